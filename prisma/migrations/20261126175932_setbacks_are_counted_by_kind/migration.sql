-- CreateIndex
CREATE INDEX "setbacks_user_id_kind_idx" ON "setbacks"("user_id", "kind") WHERE (deleted_at is null);
