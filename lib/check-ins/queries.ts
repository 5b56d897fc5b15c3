import "server-only";
import { isExpected } from "@/lib/check-ins/rules";
import { daysLeft, isIn, type Week, weekAfter, weekAround, weekNow } from "@/lib/check-ins/week";
import { commitmentLine, commitmentRow } from "@/lib/commitments/line";
import { smallerWords } from "@/lib/commitments/rules";
import { columnOf, type Day, dayIn, dayOf } from "@/lib/dates";
import type { Prisma } from "@/lib/generated/client";
import { rhythmColumns, sayRhythm } from "@/lib/goals/rules";
import { goesOn } from "@/lib/halts/goes-on";
import { isId } from "@/lib/ids";
import { listJoined } from "@/lib/merges/joined";
import { cameLately } from "@/lib/merges/rules";
import { checkInThing } from "@/lib/reports/thing-id";
import type { Viewer } from "@/lib/viewer";

const within = ({ first, last }: Week) => ({ gte: columnOf(first), lte: columnOf(last) });

const inOrder = [{ createdAt: "asc" }, { id: "asc" }] satisfies Prisma.CommitmentOrderByWithRelationInput[];

export type OwnWeek = NonNullable<Awaited<ReturnType<typeof findOwnWeek>>>;

/**
 * What the viewer said to a circle for the week that goes on, and for the one before it that they said anything for.
 */
export async function findOwnWeek(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  const seat = await viewer.db.membership.findFirst({
    where: { circleId, userId: viewer.id, leftAt: null },
    select: {
      joinedAt: true,
      circle: { select: { id: true, name: true, meetingDay: true, timeZone: true } },
    },
    relationLoadStrategy: "join",
  });
  if (!seat) return null;
  const { circle } = seat;
  const week = weekNow(circle, viewer.now);
  const mine = { circleId, authorId: viewer.id };
  const checkIn = await viewer.db.checkIn.findFirst({
    where: { ...mine, week: within(week) },
    select: { word: true, line: true, need: true },
    orderBy: { week: "desc" },
  });
  const commitments = await viewer.db.commitment.findMany({
    where: { ...mine, week: within(week) },
    select: commitmentRow,
    orderBy: inOrder,
  });
  const joined = cameLately(seat, viewer.now) ? await listJoined(viewer, circleId) : [];
  const before = await viewer.db.commitment.findMany({
    // Of a circle that joined this one it comes back here.
    where: {
      authorId: viewer.id,
      circleId: { in: [circleId, ...joined.map(({ id }) => id)] },
      week: { lt: columnOf(week.first) },
    },
    select: commitmentRow,
    orderBy: [{ week: "desc" }, ...inOrder],
    take: 6,
  });
  const goals = await viewer.db.goal.findMany({
    where: { userId: viewer.id, ...goesOn },
    select: { title: true, ...rhythmColumns },
    orderBy: { id: "asc" },
    take: 20,
  });
  const [latest] = before;
  const earlier = latest && weekAround(dayOf(latest.week), circle);
  const carried = commitments.map(({ carriedFrom }) => carriedFrom);
  return {
    circle: { id: circle.id, name: circle.name },
    week,
    days: daysLeft(week, dayIn(circle.timeZone, viewer.now)),
    checkIn,
    commitments: commitments.map(commitmentLine),
    earlier: earlier && {
      week: earlier,
      isLast: earlier.first === weekAfter(week, -1).first,
      commitments: before
        .filter(({ week: of }) => isIn(earlier, dayOf(of)))
        .map((row) => ({
          ...commitmentLine(row),
          smaller: smallerWords(row.words),
          isCarriedOver: carried.includes(row.id),
        })),
    },
    goals: goals.map((goal) => `${goal.title}, ${sayRhythm(goal)}`),
  };
}

export type CircleWeek = NonNullable<Awaited<ReturnType<typeof findCircleWeek>>>;
export type WeekNote = CircleWeek["notes"][number];

/**
 * What everybody in a circle said for one of its weeks: the one that goes on, or the one that `day` lies in. Five
 * statements, however many people and weeks there are.
 */
export async function findCircleWeek(viewer: Viewer, circleId: string, day?: Day) {
  if (!isId(circleId)) return null;
  const circle = await viewer.db.circle.findFirst({
    where: { id: circleId },
    select: {
      id: true,
      name: true,
      meetingDay: true,
      timeZone: true,
      memberships: {
        select: { userId: true, alias: true, joinedAt: true, leftAt: true, pausedAt: true },
        orderBy: [{ seat: { sort: "asc", nulls: "last" } }, { joinedAt: "asc" }],
      },
    },
    relationLoadStrategy: "join",
  });
  if (!circle) return null;
  const { memberships, ...described } = circle;
  const now = weekNow(described, viewer.now);
  const asked = day ? weekAround(day, described) : now;
  const week = asked.first > now.first ? now : asked;
  const isNow = week.first === now.first;
  const of = { circleId, week: within(week) };
  // What a meeting before its day said for the week to come stands here until that week goes on.
  const until = isNow ? weekAfter(week) : week;
  const checkIns = await viewer.db.checkIn.findMany({
    where: of,
    select: { authorId: true, week: true, word: true, line: true, need: true },
    orderBy: { week: "asc" },
  });
  const said = await viewer.db.commitment.findMany({
    where: { circleId, week: within({ ...week, last: until.last }) },
    select: commitmentRow,
    orderBy: inOrder,
  });
  const before = { circleId, week: { lt: columnOf(week.first) } };
  const newest = { select: { week: true }, orderBy: { week: "desc" } } as const;
  const earlier = [
    await viewer.db.checkIn.findFirst({ where: before, ...newest }),
    await viewer.db.commitment.findFirst({ where: before, ...newest }),
  ].flatMap((row) => (row ? [dayOf(row.week)] : []));
  const linesOf = (userId: string, of: Week) =>
    said.filter((row) => row.authorId === userId && isIn(of, dayOf(row.week))).map(commitmentLine);
  const noteOf = ({ userId, alias }: { userId: string; alias: string }) => {
    // Where the meeting day was changed in between there may be two: the later one counts.
    const checkIn = checkIns.findLast(({ authorId }) => authorId === userId) ?? null;
    const isMe = userId === viewer.id;
    return {
      alias,
      isMe,
      checkIn,
      commitments: linesOf(userId, week),
      /** For the week to come. */
      ahead: isNow ? linesOf(userId, until) : [],
      /** What a report calls the check-in. */
      reportAs: checkIn && !isMe ? checkInThing(circleId, userId, dayOf(checkIn.week)) : null,
    };
  };
  const notes = memberships
    .map(noteOf)
    .filter((note) => note.checkIn || note.commitments.length + note.ahead.length > 0);
  const expected = memberships.filter(isExpected);
  const hasCheckedIn = ({ userId }: { userId: string }) =>
    checkIns.some(({ authorId }) => authorId === userId);
  return {
    circle: { id: circle.id, name: circle.name },
    week,
    isNow,
    cameLately: memberships.some((one) => one.userId === viewer.id && cameLately(one, viewer.now)),
    notes,
    notYet: isNow ? expected.filter((one) => !hasCheckedIn(one)).map(({ alias }) => alias) : [],
    expected: expected.length,
    checkedIn: expected.filter(hasCheckedIn).length,
    haveI: checkIns.some(({ authorId }) => authorId === viewer.id),
    /** A day of the newest week before this one for which anything was said. */
    earlier: earlier.sort().at(-1) ?? null,
    /** A day of the week after this one; null where this one goes on. */
    later: isNow ? null : weekAfter(week).first,
  };
}
