-- AlterTable
ALTER TABLE "memberships" ADD COLUMN     "asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "end_said_at" TIMESTAMPTZ(3),
ADD COLUMN     "pause_line" TEXT;
