-- AlterTable
ALTER TABLE "learning_plans" ADD COLUMN     "by1" DATE,
ADD COLUMN     "by2" DATE,
ADD COLUMN     "by3" DATE;
