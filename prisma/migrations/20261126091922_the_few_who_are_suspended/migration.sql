-- CreateIndex
CREATE INDEX "users_suspended_idx" ON "users"("id") WHERE (suspended_until is not null);
