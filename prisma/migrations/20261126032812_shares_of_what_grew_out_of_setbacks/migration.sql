-- AlterTable
ALTER TABLE "shares" ADD COLUMN     "experiment_id" UUID,
ADD COLUMN     "if_then_plan_id" UUID,
ADD COLUMN     "learning_plan_id" UUID;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_user_id_experiment_id_fkey" FOREIGN KEY ("user_id", "experiment_id") REFERENCES "experiments"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_user_id_if_then_plan_id_fkey" FOREIGN KEY ("user_id", "if_then_plan_id") REFERENCES "if_then_plans"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_user_id_learning_plan_id_fkey" FOREIGN KEY ("user_id", "learning_plan_id") REFERENCES "learning_plans"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
