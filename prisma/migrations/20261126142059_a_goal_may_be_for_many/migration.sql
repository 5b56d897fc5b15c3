-- Contracts: since 0.1.0 no version keeps a goal that is for more than this, and what one kept before fits all the more.
-- Of minutes and pages there may be many (lib/goals/schema.ts).
ALTER TABLE "goals" DROP CONSTRAINT "a_goal_is_for_some_times",
ADD CONSTRAINT "a_goal_is_for_some_times" CHECK ("times" BETWEEN 1 AND 30000);
