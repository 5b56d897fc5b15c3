-- AlterTable
ALTER TABLE "attendances" ADD COLUMN     "came_at" TIMESTAMPTZ(3);
