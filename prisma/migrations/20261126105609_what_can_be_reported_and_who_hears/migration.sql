-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "report_about" ADD VALUE 'ask';
ALTER TYPE "report_about" ADD VALUE 'check_in';
ALTER TYPE "report_about" ADD VALUE 'commitment';
ALTER TYPE "report_about" ADD VALUE 'turn';

-- AlterEnum
ALTER TYPE "letter_side" ADD VALUE 'reporter_changed';

-- AlterTable
ALTER TABLE "check_ins" ADD COLUMN     "hidden_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "commitments" ADD COLUMN     "hidden_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "written_turns" ADD COLUMN     "hidden_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "own_leaves_at" TIMESTAMPTZ(3);
