-- Contracts: since 0.1.0 (no version is older) nothing reads how often an address refused a mail.
-- AlterTable
ALTER TABLE "reminder_settings" DROP COLUMN "refusals";

-- AlterTable
ALTER TABLE "reminders" ADD COLUMN     "leaving_at" TIMESTAMPTZ(3);
