-- CreateIndex
CREATE INDEX "posts_held_idx" ON "posts"("held_at") WHERE (held_at is not null);

-- CreateIndex
CREATE INDEX "replies_held_idx" ON "replies"("held_at") WHERE (held_at is not null);
