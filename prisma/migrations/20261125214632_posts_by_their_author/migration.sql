-- CreateIndex
CREATE INDEX "posts_circle_id_author_id_created_at_id_idx" ON "posts"("circle_id", "author_id", "created_at" DESC, "id" DESC);
