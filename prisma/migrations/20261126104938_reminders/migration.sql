-- CreateEnum
CREATE TYPE "reminder_kind" AS ENUM ('evening', 'digest', 'follow_ups', 'nudges');

-- CreateTable
CREATE TABLE "reminder_settings" (
    "user_id" UUID NOT NULL,
    "evening_hour" SMALLINT,
    "digest_hour" SMALLINT,
    "follow_up_hour" SMALLINT,
    "quiet_from" SMALLINT NOT NULL DEFAULT 22,
    "quiet_until" SMALLINT NOT NULL DEFAULT 8,
    "paused_at" TIMESTAMPTZ(3),
    "refusals" SMALLINT NOT NULL DEFAULT 0,
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "reminders" (
    "user_id" UUID NOT NULL,
    "kind" "reminder_kind" NOT NULL,
    "day" DATE NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("user_id","kind","day")
);

-- CreateTable
CREATE TABLE "unsubscribe_links" (
    "user_id" UUID NOT NULL,
    "kind" "reminder_kind" NOT NULL,
    "secret_hash" BYTEA NOT NULL,

    CONSTRAINT "unsubscribe_links_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateIndex
CREATE INDEX "reminders_day_idx" ON "reminders"("day");

-- CreateIndex
CREATE UNIQUE INDEX "unsubscribe_links_secret_hash_key" ON "unsubscribe_links"("secret_hash");

-- AddForeignKey
ALTER TABLE "reminder_settings" ADD CONSTRAINT "reminder_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unsubscribe_links" ADD CONSTRAINT "unsubscribe_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "reminder_settings"
  ADD CONSTRAINT "hours_are_on_the_clock" CHECK (
    "evening_hour" BETWEEN 0 AND 23 AND "digest_hour" BETWEEN 0 AND 23 AND "follow_up_hour" BETWEEN 0 AND 23
    AND "quiet_from" BETWEEN 0 AND 23 AND "quiet_until" BETWEEN 0 AND 23
  );
