import { columnOf, type Day, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import type { ExerciseKind } from "@/lib/exercises/guides";
import type { Answers } from "@/lib/exercises/rules";
import type { Prisma } from "@/lib/generated/client";
import { freshId } from "@/lib/ids";
import { privateWords } from "@/lib/private-words";
import { sealSetback } from "@/lib/setbacks/sealed";
import { SESSION_SECONDS } from "@/lib/writing/rules";
import type { Member } from "./factories";

export async function aSetback(
  member: Member,
  told: Partial<Omit<Prisma.SetbackCreateManyInput, "userId" | "day">> & {
    day?: Day;
    feelings?: Record<string, number>;
  } = {},
): Promise<{ id: string }> {
  const id = freshId();
  const { feelings = {}, day = dayIn(member.timeZone, new Date()), ...rest } = told;
  const words = privateWords(member);
  await asMember(member.id, async (db) => {
    const row = { happened: "They went with someone internal.", day: columnOf(day), ...rest };
    await db.setback.createMany({ data: { id, userId: member.id, ...sealSetback(words, id, row) } });
    await db.feeling.createMany({
      data: Object.entries(feelings).map(([word, strength]) => ({
        userId: member.id,
        setbackId: id,
        word: words.seal("feelings.word", id, word),
        strength,
      })),
    });
  });
  return { id };
}

/** A thought that somebody put down to look at, and how it felt then. */
export async function aReframe(
  member: Member,
  setback: { id: string },
  {
    thought = "They saw at once that I do not belong there.",
    fairer = null,
    feelings = {},
    ...rest
  }: {
    thought?: string;
    fairer?: string | null;
    feelings?: Record<string, { before: number; after?: number }>;
    deletedAt?: Date;
  } = {},
): Promise<{ id: string }> {
  const id = freshId();
  const words = privateWords(member);
  await asMember(member.id, async (db) => {
    await db.reframe.createMany({
      data: {
        id,
        userId: member.id,
        setbackId: setback.id,
        thought: words.seal("reframes.thought", id, thought),
        fairer: words.seal("reframes.fairer", id, fairer),
        ...rest,
      },
    });
    await db.reframeFeeling.createMany({
      data: Object.entries(feelings).map(([word, strength]) => ({
        userId: member.id,
        reframeId: id,
        word: words.seal("reframe_feelings.word", id, word),
        ...strength,
      })),
    });
  });
  return { id };
}

/** A page of guided writing, of today and with its clock at rest unless told otherwise: begun now, or at noon of its day. */
export async function aWritingSession(
  member: Member,
  setback: { id: string },
  {
    words = "I keep going over it.",
    day = dayIn(member.timeZone, new Date()),
    createdAt = day === dayIn(member.timeZone, new Date()) ? new Date() : new Date(`${day}T12:00:00Z`),
    ...rest
  }: Partial<Record<"runningFrom" | "endedAt" | "createdAt", Date>> & {
    words?: string;
    day?: Day;
    secondsLeft?: number;
  } = {},
): Promise<{ id: string }> {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.writingSession.createMany({
      data: {
        id,
        userId: member.id,
        setbackId: setback.id,
        day: columnOf(day),
        words: privateWords(member).seal("writing_sessions.words", id, words),
        secondsLeft: SESSION_SECONDS,
        createdAt,
        ...rest,
      },
    }),
  );
  return { id };
}

/** What somebody answered to a short guided form, by the questions' names. */
export async function anExercise(
  member: Member,
  setback: { id: string },
  kind: ExerciseKind = "kind_letter",
  answers: Answers = { letter: ["You did what you could."] },
): Promise<{ id: string }> {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.exercise.createMany({
      data: {
        id,
        userId: member.id,
        setbackId: setback.id,
        kind,
        answers: privateWords(member).seal("exercises.answers", id, JSON.stringify(answers)),
      },
    }),
  );
  return { id };
}
