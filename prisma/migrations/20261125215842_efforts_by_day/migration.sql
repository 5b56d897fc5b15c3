-- DropIndex
DROP INDEX "efforts_user_id_goal_id_day_idx";

-- DropIndex
DROP INDEX "efforts_user_id_day_idx";

-- CreateIndex
CREATE INDEX "efforts_user_id_goal_id_day_created_at_id_idx" ON "efforts"("user_id", "goal_id", "day", "created_at", "id");

-- CreateIndex
CREATE INDEX "efforts_user_id_day_goal_id_idx" ON "efforts"("user_id", "day", "goal_id");
