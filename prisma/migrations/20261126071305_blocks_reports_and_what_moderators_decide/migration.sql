-- CreateEnum
CREATE TYPE "report_about" AS ENUM ('post', 'reply', 'alias', 'circle', 'note');

-- CreateEnum
CREATE TYPE "report_reason" AS ENUM ('danger', 'harassment', 'scam', 'personal_data', 'spam', 'other', 'held');

-- CreateEnum
CREATE TYPE "decision_kind" AS ENUM ('none', 'hide', 'warn', 'remove', 'suspend', 'close');

-- CreateEnum
CREATE TYPE "letter_side" AS ENUM ('reported', 'reporter', 'appeal_kept', 'appeal_changed');

-- AlterTable
ALTER TABLE "blocks" ADD COLUMN     "alias" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "circle_id" UUID,
ADD COLUMN     "circle_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid();

-- AlterTable
ALTER TABLE "posts" ADD COLUMN     "held_at" TIMESTAMPTZ(3),
ADD COLUMN     "hidden_at" TIMESTAMPTZ(3),
ADD COLUMN     "unseen_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "replies" ADD COLUMN     "held_at" TIMESTAMPTZ(3),
ADD COLUMN     "hidden_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "suspended_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "reporter_id" UUID,
    "reported_id" UUID,
    "circle_id" UUID,
    "about" "report_about" NOT NULL,
    "thing_id" UUID NOT NULL,
    "reason" "report_reason" NOT NULL,
    "words" BYTEA,
    "snapshot" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "put_away_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "moderator_id" UUID,
    "kind" "decision_kind" NOT NULL,
    "until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_letters" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "side" "letter_side" NOT NULL,
    "about" "report_about" NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "until" TIMESTAMPTZ(3),
    "circle_name" TEXT NOT NULL DEFAULT '',
    "words" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "decision_letters_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "appeals" (
    "decision_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "words" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moderator_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeals_pkey" PRIMARY KEY ("decision_id")
);

-- CreateTable
CREATE TABLE "moderators" (
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderators_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "moderation_lines" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "moderator" BYTEA NOT NULL,
    "act" TEXT NOT NULL,
    "report_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderation_lines_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reports_reported_id_idx" ON "reports"("reported_id");

-- CreateIndex
CREATE INDEX "reports_circle_id_idx" ON "reports"("circle_id");

-- CreateIndex
CREATE INDEX "reports_created_at_idx" ON "reports"("created_at") WHERE (decided_at is null);

-- CreateIndex
CREATE UNIQUE INDEX "reports_reporter_id_about_thing_id_key" ON "reports"("reporter_id", "about", "thing_id");

-- CreateIndex
CREATE INDEX "decisions_report_id_idx" ON "decisions"("report_id");

-- CreateIndex
CREATE INDEX "decisions_moderator_id_idx" ON "decisions"("moderator_id");

-- CreateIndex
CREATE INDEX "decision_letters_decision_id_idx" ON "decision_letters"("decision_id");

-- CreateIndex
CREATE INDEX "decision_letters_created_at_idx" ON "decision_letters"("created_at") WHERE (mailed_at is null);

-- CreateIndex
CREATE INDEX "appeals_user_id_idx" ON "appeals"("user_id");

-- CreateIndex
CREATE INDEX "appeals_moderator_id_idx" ON "appeals"("moderator_id");

-- CreateIndex
CREATE INDEX "moderation_lines_report_id_idx" ON "moderation_lines"("report_id");

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_reported_id_fkey" FOREIGN KEY ("reported_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_letters" ADD CONSTRAINT "decision_letters_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_letters" ADD CONSTRAINT "decision_letters_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderators" ADD CONSTRAINT "moderators_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
