import { columnOf, type Day, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";
import { freshId } from "@/lib/ids";
import { privateWords } from "@/lib/private-words";
import type { Member } from "./factories";

/** Why a setback happened, not sorted unless told whose it was. */
export async function aReason(
  member: Member,
  setback: { id: string },
  said: Partial<Omit<Prisma.ReasonCreateManyInput, "userId" | "setbackId">> = {},
): Promise<{ id: string }> {
  const { id = freshId(), words = "They wanted somebody with a licence.", ...rest } = said;
  const sealed = privateWords(member).seal("reasons.words", id, words);
  await asMember(member.id, (db) =>
    db.reason.createMany({
      data: { id, userId: member.id, setbackId: setback.id, saidBy: "me", ...rest, words: sealed },
    }),
  );
  return { id };
}

export async function aDebrief(
  member: Member,
  setback: { id: string },
  said: { wentWell?: string; differently?: string } = { wentWell: "I asked a good question." },
): Promise<void> {
  const { seal } = privateWords(member);
  await asMember(member.id, (db) =>
    db.debrief.createMany({
      data: {
        userId: member.id,
        setbackId: setback.id,
        wentWell: seal("debriefs.went_well", setback.id, said.wentWell ?? null),
        differently: seal("debriefs.differently", setback.id, said.differently ?? null),
      },
    }),
  );
}

export async function aPracticeQuestion(
  member: Member,
  asked: Partial<Omit<Prisma.PracticeQuestionCreateManyInput, "userId">> = {},
): Promise<{ id: string }> {
  const { id = freshId(), question = "Why did you leave?", ...rest } = asked;
  const sealed = privateWords(member).seal("practice_questions.question", id, question);
  await asMember(member.id, (db) =>
    db.practiceQuestion.createMany({ data: { id, userId: member.id, ...rest, question: sealed } }),
  );
  return { id };
}

/** Something that somebody would like to learn, in up to three steps. */
export async function aLearningPlan(
  member: Member,
  {
    skill = "Opening an interview",
    steps = ["Read one page about it", "Try it once aloud", ""],
    by = null,
    ...kept
  }: {
    skill?: string;
    steps?: string[];
    /** The finish line of the first step. */
    by?: Day | null;
    doneSteps?: number[];
    goalId?: string;
    deletedAt?: Date;
  } = {},
): Promise<{ id: string }> {
  const id = freshId();
  const words = privateWords(member);
  await asMember(member.id, (db) =>
    db.learningPlan.createMany({
      data: {
        id,
        userId: member.id,
        skill: words.seal("learning_plans.skill", id, skill),
        steps: words.seal("learning_plans.steps", id, JSON.stringify(steps)),
        ...(by && {
          stepDetails: words.seal(
            "learning_plans.step_details",
            id,
            JSON.stringify([{ links: [], minutes: null, by }]),
          ),
          by1: columnOf(by),
        }),
        ...kept,
      },
    }),
  );
  return { id };
}

/** A change tried for ten applications since today, with what was counted so far: whether each was better. */
export async function anExperiment(
  member: Member,
  tried: Partial<
    Pick<Prisma.ExperimentCreateManyInput, "better" | "cases" | "verdict" | "createdAt" | "deletedAt">
  > & {
    change?: string;
    lesson?: string;
    startedOn?: Day;
    untilDay?: Day;
    endedOn?: Day;
    counted?: boolean[];
  } = {},
): Promise<{ id: string; cases: { id: string }[] }> {
  const id = freshId();
  const words = privateWords(member);
  const today = dayIn(member.timeZone, new Date());
  const { change = "A two-line summary on top", lesson, counted = [], ...course } = tried;
  const { startedOn = today, untilDay, endedOn, ...rest } = course;
  const results = counted.map((isBetter, at) => ({
    userId: member.id,
    id: freshId(),
    experimentId: id,
    isBetter,
    day: columnOf(today),
    createdAt: new Date(Date.now() - (counted.length - at) * 1000),
  }));
  await asMember(member.id, async (db) => {
    await db.experiment.createMany({
      data: {
        id,
        userId: member.id,
        change: words.seal("experiments.change", id, change),
        lesson: words.seal("experiments.lesson", id, lesson ?? null),
        better: "replies",
        cases: untilDay ? null : 10,
        startedOn: columnOf(startedOn),
        untilDay: untilDay ? columnOf(untilDay) : null,
        endedOn: endedOn ? columnOf(endedOn) : null,
        ...rest,
      },
    });
    await db.experimentCase.createMany({ data: results });
  });
  return { id, cases: results };
}
