import { type Chance, chanceFrom } from "../e2e/faults/chance.ts";
import { asMember } from "../lib/db.ts";
import { freshId } from "../lib/ids.ts";
import type { PrivateWords } from "../lib/private-words.ts";
import { SESSION_SECONDS } from "../lib/writing/rules.ts";
import { someWords } from "./words.ts";

/** Words that stand in one place each, and nowhere else. */
export const BIRDS = { thought: "curlew", answer: "avocet", jar: "plover" };

/** So many of what belongs to no setback. */
const ELSEWHERE = 60;

/**
 * Writes for one member so many setbacks and whatever became of them, in every table that a search looks through: the
 * same each time, however it is sealed. Table by table, since no transaction may take long.
 */
export async function writeMuch(userId: string, seal: PrivateWords["seal"], setbacks: number) {
  const all = Array.from({ length: setbacks }, (_, at) => ({
    at,
    id: freshId(),
    chance: chanceFrom(11 * at + 5),
  }));
  const every = (nth: number) => all.filter(({ at }) => at % nth === 0);
  const dayOf = (at: number) => new Date(Date.UTC(2024, 0, 1 + at));

  await asMember(userId, (db) =>
    db.setback.createMany({
      data: all.map(({ at, id, chance }) => ({
        userId,
        id,
        day: dayOf(at),
        happened: seal("setbacks.happened", id, `Setback ${at} of them. ${someWords(chance, 400)}`),
        company: seal("setbacks.company", id, "Harbour Freight"),
        role: seal("setbacks.role", id, "Shift planner"),
        industry: seal("setbacks.industry", id, "logistics"),
        page: at % 4 === 0 ? seal("setbacks.page", id, someWords(chance, 600)) : null,
      })),
    }),
  );
  await asMember(userId, (db) =>
    db.reframe.createMany({
      data: all.map(({ at, id: setbackId, chance }) => {
        const id = freshId();
        const bird = at === 7 ? BIRDS.thought : "end";
        return {
          userId,
          id,
          setbackId,
          thought: seal(
            "reframes.thought",
            id,
            `I always fall apart at the ${bird}. ${someWords(chance, 80)}`,
          ),
          evidenceFor: seal("reframes.evidence_for", id, someWords(chance, 150)),
          evidenceAgainst: seal("reframes.evidence_against", id, someWords(chance, 150)),
          fairer: seal("reframes.fairer", id, someWords(chance, 100)),
        };
      }),
    }),
  );
  await asMember(userId, (db) =>
    db.reason.createMany({
      data: [...all, ...every(2)].map(({ id: setbackId, chance }) => {
        const id = freshId();
        return {
          userId,
          id,
          setbackId,
          saidBy: "me",
          words: seal("reasons.words", id, someWords(chance, 60)),
        };
      }),
    }),
  );
  await asMember(userId, (db) =>
    db.debrief.createMany({
      data: every(2).map(({ id, chance }) => ({
        userId,
        setbackId: id,
        wentWell: seal("debriefs.went_well", id, someWords(chance, 150)),
        differently: seal("debriefs.differently", id, someWords(chance, 150)),
      })),
    }),
  );
  await asMember(userId, (db) =>
    db.writingSession.createMany({
      data: every(5).map(({ at, id: setbackId, chance }) => {
        const id = freshId();
        const words = seal("writing_sessions.words", id, someWords(chance, 1_500));
        return { userId, id, setbackId, day: dayOf(at), secondsLeft: SESSION_SECONDS, words };
      }),
    }),
  );
  await asMember(userId, (db) =>
    db.exercise.createMany({
      data: every(5).map(({ id: setbackId, chance }) => {
        const id = freshId();
        const answers = JSON.stringify({ friend: [someWords(chance, 80)], letter: [someWords(chance, 300)] });
        return {
          userId,
          id,
          setbackId,
          kind: "kind_letter",
          answers: seal("exercises.answers", id, answers),
        };
      }),
    }),
  );
  await asMember(userId, (db) =>
    db.practiceQuestion.createMany({
      data: [...every(2), ...few()].map(({ id: setbackId, chance }) => {
        const id = freshId();
        const question = seal("practice_questions.question", id, someWords(chance, 60));
        return { userId, id, setbackId: setbackId ?? null, question };
      }),
    }),
  );
  await asMember(userId, (db) =>
    db.feedbackRequest.createMany({
      data: [...every(5), ...few()].map(({ at, id: setbackId, chance }) => {
        const id = freshId();
        const bird = setbackId && at === 10 ? BIRDS.answer : "somebody else";
        return {
          userId,
          id,
          setbackId: setbackId ?? null,
          artefact: "interview",
          askedOf: "employer",
          name: seal("feedback_requests.name", id, "Ms Alder"),
          subject: seal("feedback_requests.subject", id, "A short question about our conversation"),
          letter: seal("feedback_requests.letter", id, someWords(chance, 500)),
          answer: seal("feedback_requests.answer", id, `It was ${bird}. ${someWords(chance, 200)}`),
          lesson: seal("feedback_requests.lesson", id, someWords(chance, 80)),
        };
      }),
    }),
  );
  await asMember(userId, (db) =>
    db.jarEntry.createMany({
      data: few().map(({ at, chance }) => {
        const id = freshId();
        const words = `${at === 3 ? BIRDS.jar : "Thank you"}. ${someWords(chance, 120)}`;
        return {
          userId,
          id,
          day: dayOf(at),
          words: seal("jar_entries.words", id, words),
          origin: seal("jar_entries.origin", id, "My last team"),
        };
      }),
    }),
  );
  await asMember(userId, (db) =>
    db.experiment.createMany({
      data: few().map(({ at, chance }) => {
        const id = freshId();
        return {
          userId,
          id,
          better: "replies",
          cases: 10,
          startedOn: dayOf(at),
          endedOn: dayOf(at + 9),
          change: seal("experiments.change", id, someWords(chance, 60)),
          lesson: seal("experiments.lesson", id, someWords(chance, 80)),
        };
      }),
    }),
  );
  await asMember(userId, (db) =>
    db.ifThenPlan.createMany({
      data: few().map(({ chance }) => {
        const id = freshId();
        return { userId, id, kind: "silence", step: seal("if_then_plans.step", id, someWords(chance, 40)) };
      }),
    }),
  );
  await asMember(userId, (db) =>
    db.learningPlan.createMany({
      data: few().map(({ chance }) => {
        const id = freshId();
        const steps = JSON.stringify([someWords(chance, 40), someWords(chance, 40), ""]);
        return {
          userId,
          id,
          skill: seal("learning_plans.skill", id, someWords(chance, 40)),
          steps: seal("learning_plans.steps", id, steps),
        };
      }),
    }),
  );
}

/** What belongs to no setback. */
const few = (): { at: number; id?: string; chance: Chance }[] =>
  Array.from({ length: ELSEWHERE }, (_, at) => ({ at, chance: chanceFrom(13 * at + 7) }));
