-- AlterTable
ALTER TABLE "nudges" ADD COLUMN     "due_on" DATE;
