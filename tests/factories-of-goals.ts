import { columnOf, type Day, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";
import { freshId } from "@/lib/ids";
import type { Member } from "./factories";

export async function aGoal(
  member: Member,
  kept: Partial<Omit<Prisma.GoalCreateManyInput, "userId">> = {},
): Promise<{ id: string }> {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.goal.createMany({
      data: {
        id,
        userId: member.id,
        title: "Applications",
        category: "applications",
        rhythm: "day",
        times: 1,
        ...kept,
      },
    }),
  );
  return { id: kept.id ?? id };
}

/** Days on which a goal rests, from today until its member goes on unless told otherwise. */
export async function aRest(
  member: Member,
  goal: { id: string },
  from: Day = dayIn(member.timeZone, new Date()),
  endedOn: Day | null = null,
) {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.pause.createMany({
      data: {
        id,
        userId: member.id,
        goalId: goal.id,
        startedOn: columnOf(from),
        endedOn: endedOn && columnOf(endedOn),
      },
    }),
  );
  return { id };
}

/** What a goal asked for until a day: twice a week. */
export const aFormerRhythm = (
  member: Member,
  goal: { id: string },
  until: Day = dayIn(member.timeZone, new Date()),
) =>
  asMember(member.id, (db) =>
    db.formerRhythm.createMany({
      data: {
        ...{ userId: member.id, goalId: goal.id, until: columnOf(until) },
        ...{ rhythm: "week" as const, times: 2, unit: "times" as const, usual: 1, weekdays: [] },
      },
    }),
  );

/** Logged now for the day it is about, unless told when. */
export async function anEffort(
  member: Member,
  goal: { id: string },
  day: Day = dayIn(member.timeZone, new Date()),
  createdAt = new Date(),
  amount = 1,
) {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.effort.createMany({
      data: { id, userId: member.id, goalId: goal.id, day: columnOf(day), createdAt, amount },
    }),
  );
  return { id };
}

export async function aWin(
  member: Member,
  body = "Asked for feedback.",
  day: Day = dayIn(member.timeZone, new Date()),
) {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.win.createMany({ data: { id, userId: member.id, body, day: columnOf(day) } }),
  );
  return { id };
}
