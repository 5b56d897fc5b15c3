-- CreateIndex
CREATE INDEX "encouragements_circle_id_created_at_member_id_idx" ON "encouragements"("circle_id", "created_at", "member_id");

-- CreateIndex
CREATE INDEX "reports_decided_at_idx" ON "reports"("decided_at");
