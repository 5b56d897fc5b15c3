-- AlterTable
ALTER TABLE "supporter_notes" ADD COLUMN     "hidden_at" TIMESTAMPTZ(3);
