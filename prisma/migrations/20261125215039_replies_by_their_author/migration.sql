-- CreateIndex
CREATE INDEX "replies_circle_id_author_id_created_at_idx" ON "replies"("circle_id", "author_id", "created_at");
