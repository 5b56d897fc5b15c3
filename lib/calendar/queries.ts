import "server-only";
import type { Entry } from "@/lib/calendar/ics";
import { dayOfCommitment, meetingsAhead } from "@/lib/calendar/rules";
import { codeOf, entryName, parseSecret } from "@/lib/calendar/secret";
import { dayOf } from "@/lib/dates";
import { env } from "@/lib/env";
import { calendarOf } from "@/lib/planned-steps/rules";
import type { Viewer, Visitor } from "@/lib/viewer";

/** The address of the viewer's calendar, and since when; null while there is none. */
export async function findAddress(viewer: Viewer): Promise<{ link: string; madeAt: Date } | null> {
  const feed = await viewer.db.calendarFeed.findFirst({
    where: { userId: viewer.id, stoppedAt: null },
    select: { userId: true, addressId: true, madeAt: true },
  });
  return feed && { link: `${env().ONWARD_URL}/api/calendar/${codeOf(feed)}`, madeAt: feed.madeAt };
}

type Row =
  | { kind: "calendar" }
  | { kind: "meeting"; id: string; timeZone: string; meetingDay: number; meetingTime: string }
  | { kind: "commitment"; id: string; meetingDay: number; week: Date; byDay: Date | null };

type StepRow = { id: string; timeZone: string; day: Date; time: string | null; minutes: number | null };

/** What stands in the calendar behind a secret; null where the secret is wrong, or opens nothing any more. */
export async function findEntries(visitor: Visitor, secret: string): Promise<Entry[] | null> {
  const parsed = parseSecret(secret);
  if (!parsed) return null;
  const rows = await visitor.db.$queryRaw<Row[]>`
    select kind, id, time_zone as "timeZone", meeting_day as "meetingDay", meeting_time as "meetingTime",
           week, by_day as "byDay"
    from app.calendar(${parsed.secretHash})`;
  if (rows.length === 0) return null;
  const steps = await visitor.db.$queryRaw<StepRow[]>`
    select id, time_zone as "timeZone", day, time, minutes from app.calendar_steps(${parsed.secretHash})`;
  return [...rows.flatMap((row) => entriesOf(row, visitor.now)), ...steps.map(entryOfStep)];
}

const entryOfStep = ({ id, timeZone, day, ...at }: StepRow): Entry => ({
  uid: entryName("planned step", id),
  title: "A step of yours",
  ...calendarOf({ day: dayOf(day), ...at }, timeZone),
});

function entriesOf(row: Row, now: Date): Entry[] {
  if (row.kind === "meeting") {
    return meetingsAhead(row, now).map((meeting) => ({
      uid: entryName("meeting", `${row.id} ${meeting.begins.toISOString()}`),
      title: "Circle meeting",
      ...meeting,
    }));
  }
  if (row.kind === "calendar") return [];
  const { id, meetingDay, week, byDay } = row;
  const day = dayOfCommitment({ meetingDay, week: dayOf(week), byDay: byDay && dayOf(byDay) });
  return [{ uid: entryName("commitment", id), title: "A commitment", day }];
}
