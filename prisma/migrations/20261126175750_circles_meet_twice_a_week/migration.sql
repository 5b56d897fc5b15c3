-- AlterTable
ALTER TABLE "circles" ADD COLUMN     "second_meeting_day" SMALLINT,
ADD COLUMN     "second_meeting_time" TEXT;

-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "second_meeting_day" SMALLINT,
ADD COLUMN     "second_meeting_time" TEXT;

-- A second moment is a day and a time, on another day than the first, and for who meets twice.
ALTER TABLE "circles"
  ADD CONSTRAINT "a_second_meeting_has_a_day_and_a_time" CHECK (("second_meeting_day" IS NULL) = ("second_meeting_time" IS NULL)),
  ADD CONSTRAINT "a_second_meeting_is_on_another_day" CHECK ("second_meeting_day" BETWEEN 1 AND 7 AND "second_meeting_day" <> "meeting_day"),
  ADD CONSTRAINT "a_second_meeting_is_at_a_time" CHECK ("second_meeting_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT "who_meets_once_has_no_second_meeting" CHECK ("second_meeting_day" IS NULL OR "pace" = 'twice');
ALTER TABLE "proposals"
  ADD CONSTRAINT "a_second_meeting_has_a_day_and_a_time" CHECK (("second_meeting_day" IS NULL) = ("second_meeting_time" IS NULL)),
  ADD CONSTRAINT "a_second_meeting_is_on_another_day" CHECK ("second_meeting_day" BETWEEN 1 AND 7 AND "second_meeting_day" <> "meeting_day"),
  ADD CONSTRAINT "a_second_meeting_is_at_a_time" CHECK ("second_meeting_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT "who_meets_once_has_no_second_meeting" CHECK ("second_meeting_day" IS NULL OR "pace" = 'twice');
