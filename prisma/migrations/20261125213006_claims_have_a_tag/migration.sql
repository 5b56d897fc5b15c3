-- AlterTable
ALTER TABLE "users" ADD COLUMN     "claim_tag" SMALLINT;
