-- AlterTable
ALTER TABLE "shares" ADD COLUMN     "feedback_request_id" UUID;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_user_id_feedback_request_id_fkey" FOREIGN KEY ("user_id", "feedback_request_id") REFERENCES "feedback_requests"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
