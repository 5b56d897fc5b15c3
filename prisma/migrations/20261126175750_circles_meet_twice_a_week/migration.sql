-- A second moment is a day and a time, on another day than the first, and for who meets twice. The version before writes
-- neither; where it moves a circle's first day onto the second, app.keep_second_meeting opens the second again.

-- AlterTable
ALTER TABLE "circles" ADD COLUMN     "second_meeting_day" SMALLINT
  CONSTRAINT "a_second_meeting_is_on_another_day" CHECK ("second_meeting_day" BETWEEN 1 AND 7 AND "second_meeting_day" <> "meeting_day")
  CONSTRAINT "who_meets_once_has_no_second_meeting" CHECK ("second_meeting_day" IS NULL OR "pace" = 'twice'),
ADD COLUMN     "second_meeting_time" TEXT
  CONSTRAINT "a_second_meeting_is_at_a_time" CHECK ("second_meeting_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
  CONSTRAINT "a_second_meeting_has_a_day_and_a_time" CHECK (("second_meeting_day" IS NULL) = ("second_meeting_time" IS NULL));

-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "second_meeting_day" SMALLINT
  CONSTRAINT "a_second_meeting_is_on_another_day" CHECK ("second_meeting_day" BETWEEN 1 AND 7 AND "second_meeting_day" <> "meeting_day")
  CONSTRAINT "who_meets_once_has_no_second_meeting" CHECK ("second_meeting_day" IS NULL OR "pace" = 'twice'),
ADD COLUMN     "second_meeting_time" TEXT
  CONSTRAINT "a_second_meeting_is_at_a_time" CHECK ("second_meeting_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
  CONSTRAINT "a_second_meeting_has_a_day_and_a_time" CHECK (("second_meeting_day" IS NULL) = ("second_meeting_time" IS NULL));
