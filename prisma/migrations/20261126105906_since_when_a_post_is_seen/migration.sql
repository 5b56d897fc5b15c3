-- AlterTable
ALTER TABLE "posts" ADD COLUMN     "shown_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "posts_shown_late_idx" ON "posts"("shown_at") WHERE (shown_at is not null);
