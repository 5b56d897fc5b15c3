import { columnOf, type Day, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { privateWords } from "@/lib/private-words";
import type { Member } from "./factories";

type Planned = {
  words?: string;
  place?: string | null;
  day?: Day;
  time?: string | null;
  minutes?: number | null;
  goalId?: string;
  doneAt?: Date;
  deletedAt?: Date;
};

/** A step of somebody's week, for today unless told. */
export async function aPlannedStep(
  member: Member,
  { words = "Write to Alder", place = null, day = dayIn(member.timeZone, new Date()), ...kept }: Planned = {},
): Promise<{ id: string }> {
  const id = freshId();
  const { seal } = privateWords(member);
  await asMember(member.id, (db) =>
    db.plannedStep.createMany({
      data: {
        id,
        userId: member.id,
        words: seal("planned_steps.words", id, words),
        place: seal("planned_steps.place", id, place),
        day: columnOf(day),
        ...kept,
      },
    }),
  );
  return { id };
}

type Pictured = {
  wish?: string;
  outcome?: string | null;
  obstacle?: string | null;
  planId?: string;
  deletedAt?: Date;
};

/** Something pictured, so far as told; the wish alone, otherwise. */
export async function aWish(
  member: Member,
  { wish = "A job with daylight", outcome = null, obstacle = null, ...kept }: Pictured = {},
): Promise<{ id: string }> {
  const id = freshId();
  const { seal } = privateWords(member);
  await asMember(member.id, (db) =>
    db.wish.createMany({
      data: {
        id,
        userId: member.id,
        wish: seal("wishes.wish", id, wish),
        outcome: seal("wishes.outcome", id, outcome),
        obstacle: seal("wishes.obstacle", id, obstacle),
        ...kept,
      },
    }),
  );
  return { id };
}
