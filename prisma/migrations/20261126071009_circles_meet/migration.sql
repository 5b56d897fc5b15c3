-- CreateEnum
CREATE TYPE "meeting_kind" AS ENUM ('live', 'writing');

-- CreateEnum
CREATE TYPE "meeting_agenda" AS ENUM ('weekly', 'first');

-- CreateEnum
CREATE TYPE "meeting_step" AS ENUM ('check_in', 'exercise', 'hot_seat', 'commitments', 'close', 'stories', 'agreements', 'when_to_meet');

-- CreateTable
CREATE TABLE "meetings" (
    "circle_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "opened_by_id" UUID,
    "kind" "meeting_kind" NOT NULL,
    "agenda" "meeting_agenda" NOT NULL,
    "minutes" SMALLINT,
    "people" SMALLINT NOT NULL,
    "began_seat" SMALLINT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "step" SMALLINT NOT NULL DEFAULT 0,
    "step_started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "added_minutes" SMALLINT NOT NULL DEFAULT 0,
    "move" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("circle_id","id")
);

-- CreateTable
CREATE TABLE "attendances" (
    "circle_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "place" SMALLINT NOT NULL,
    "had_turn_at" TIMESTAMPTZ(3),
    "passed_at" TIMESTAMPTZ(3),
    "away_at" TIMESTAMPTZ(3),
    "held_at" TIMESTAMPTZ(3),
    "scribed_at" TIMESTAMPTZ(3),
    "adopted_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendances_pkey" PRIMARY KEY ("circle_id","meeting_id","member_id")
);

-- CreateTable
CREATE TABLE "written_turns" (
    "circle_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "step" "meeting_step" NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "written_turns_pkey" PRIMARY KEY ("circle_id","meeting_id","step","author_id")
);

-- CreateIndex
CREATE INDEX "meetings_circle_id_opened_at_idx" ON "meetings"("circle_id", "opened_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "meetings_open_key" ON "meetings"("circle_id") WHERE (ended_at is null);

-- CreateIndex
CREATE INDEX "attendances_circle_id_member_id_idx" ON "attendances"("circle_id", "member_id");

-- CreateIndex
CREATE INDEX "written_turns_circle_id_author_id_idx" ON "written_turns"("circle_id", "author_id");

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_circle_id_meeting_id_fkey" FOREIGN KEY ("circle_id", "meeting_id") REFERENCES "meetings"("circle_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_circle_id_member_id_fkey" FOREIGN KEY ("circle_id", "member_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_turns" ADD CONSTRAINT "written_turns_circle_id_meeting_id_fkey" FOREIGN KEY ("circle_id", "meeting_id") REFERENCES "meetings"("circle_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_turns" ADD CONSTRAINT "written_turns_circle_id_author_id_fkey" FOREIGN KEY ("circle_id", "author_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "meetings"
  ADD CONSTRAINT "a_live_meeting_has_a_length" CHECK (("kind" = 'live') = ("minutes" IS NOT NULL)),
  ADD CONSTRAINT "a_meeting_lasts_half_an_hour_to_an_hour_and_a_half" CHECK ("minutes" IN (30, 60, 90)),
  ADD CONSTRAINT "a_meeting_is_somewhere_in_its_agenda" CHECK ("step" BETWEEN 0 AND 20),
  ADD CONSTRAINT "minutes_are_added_to_a_step" CHECK ("added_minutes" BETWEEN 0 AND 120);
