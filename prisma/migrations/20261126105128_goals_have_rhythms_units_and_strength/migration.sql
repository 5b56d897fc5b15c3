-- CreateEnum
CREATE TYPE "goal_unit" AS ENUM ('times', 'applications', 'people', 'minutes', 'pages');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "rhythm" ADD VALUE 'every_days';
ALTER TYPE "rhythm" ADD VALUE 'weekdays';

-- DropIndex
DROP INDEX "efforts_user_id_goal_id_day_created_at_id_idx";

-- AlterTable
ALTER TABLE "goals" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "every_days" SMALLINT,
ADD COLUMN     "finish_by" DATE,
ADD COLUMN     "fits_on" DATE,
ADD COLUMN     "helped" TEXT,
ADD COLUMN     "helped_at" TIMESTAMPTZ(3),
ADD COLUMN     "holds" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "strength" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "strength_on" DATE,
ADD COLUMN     "unit" "goal_unit" NOT NULL DEFAULT 'times',
ADD COLUMN     "usual" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "weekdays" SMALLINT[] DEFAULT ARRAY[]::SMALLINT[];

-- AlterTable
ALTER TABLE "efforts" ADD COLUMN     "amount" SMALLINT NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "efforts_user_id_goal_id_day_created_at_id_amount_idx" ON "efforts"("user_id", "goal_id", "day", "created_at", "id", "amount");
