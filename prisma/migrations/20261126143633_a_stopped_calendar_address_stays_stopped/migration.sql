-- AlterTable
ALTER TABLE "calendar_feeds" ADD COLUMN     "stopped_at" TIMESTAMPTZ(3);
