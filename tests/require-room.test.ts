import { expect, test } from "vitest";
import { keepDebrief } from "@/lib/debriefs/actions";
import { keepExercise } from "@/lib/exercises/actions";
import { MOST_EXERCISES } from "@/lib/exercises/rules";
import { beginLetter, tieToSetback } from "@/lib/feedback/actions";
import { MOST_LETTERS } from "@/lib/feedback/rules";
import type { FormAction } from "@/lib/form-state";
import { freshId } from "@/lib/ids";
import { addQuestion } from "@/lib/practice/actions";
import { MOST_QUESTIONS_KEPT } from "@/lib/practice/schema";
import { addReason } from "@/lib/reasons/actions";
import { MOST_REASONS } from "@/lib/reasons/rules";
import { beginReframe } from "@/lib/reframes/actions";
import { MOST_REFRAMES } from "@/lib/reframes/rules";
import { keepTemplate } from "@/lib/templates/actions";
import { MOST_TEMPLATES } from "@/lib/templates/schema";
import { connected } from "./database/connect";
import { aMember, type Member } from "./factories";
import { aFeedbackRequest, aFeedbackTemplate } from "./factories-of-feedback";
import { aPracticeQuestion, aReason } from "./factories-of-learning";
import { anExercise, aReframe, aSetback } from "./factories-of-setbacks";
import { type Fields, submit } from "./people";

/* A great deal belongs to a setback, and not without end: then it is said, and the words stay. */

/** Puts so many more there that are like this one. */
const more = (table: string, { id }: { id: string }, count: number) =>
  connected("admin", (admin) =>
    admin.query(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).*
      from ${table} t, generate_series(1, $2) where t.id = $1`,
      [id, count],
    ),
  );

type Setback = { id: string };
const about = { artefact: "resume", askedOf: "employer" };
const kinds: [
  name: string,
  table: string,
  most: number,
  one: (member: Member, setback: Setback) => Promise<{ id: string }>,
  action: FormAction,
  form: (setback: Setback) => Fields,
][] = [
  [
    "exercises",
    "exercises",
    MOST_EXERCISES,
    (member, setback) => anExercise(member, setback, "kind_letter", { wish: ["Rest."] }),
    keepExercise,
    ({ id: setbackId }) => ({ setbackId, kind: "kind_letter", wish: "Tea." }),
  ],
  [
    "thoughts",
    "reframes",
    MOST_REFRAMES,
    aReframe,
    beginReframe,
    ({ id: setbackId }) => ({ setbackId, thought: "Never again." }),
  ],
  [
    "reasons",
    "reasons",
    MOST_REASONS,
    aReason,
    addReason,
    ({ id: setbackId }) => ({ setbackId, words: "No licence.", saidBy: "me" }),
  ],
  [
    "questions of an interview",
    "practice_questions",
    MOST_QUESTIONS_KEPT,
    (member, { id: setbackId }) => aPracticeQuestion(member, { setbackId }),
    keepDebrief,
    ({ id: setbackId }) => ({ setbackId, questions: "Why us?" }),
  ],
  [
    "questions of one's own",
    "practice_questions",
    MOST_QUESTIONS_KEPT,
    (member) => aPracticeQuestion(member),
    addQuestion,
    () => ({ question: "Why us?" }),
  ],
  [
    "letters",
    "feedback_requests",
    MOST_LETTERS,
    (member, { id: setbackId }) => aFeedbackRequest(member, { setbackId }),
    beginLetter,
    ({ id: setbackId }) => ({ ...about, setbackId, template: "resume-employer" }),
  ],
  [
    "letters for the next time",
    "feedback_templates",
    MOST_TEMPLATES,
    (member) => aFeedbackTemplate(member),
    keepTemplate,
    () => ({ ...about, subject: "Half an hour?", letter: "Dear Alder" }),
  ],
];

const aWeekAgo = () => ({ createdAt: new Date(Date.now() - 7 * 86_400_000) });

test.each(kinds)(
  "there is room for so many %s, for the last of them twice, and no more",
  async (_name, table, most, one, action, form) => {
    const robin = await aMember({ name: "Robin" });
    const setback = await aSetback(robin, aWeekAgo());
    await more(table, await one(robin, setback), most - 2);
    const last = { id: freshId(), ...form(setback) };
    for (let press = 0; press < 2; press++)
      expect((await submit(robin, action, last)).status).toMatch(/^(done|went)$/);
    const refused = await submit(robin, action, { id: freshId(), ...form(setback) });
    expect(refused).toMatchObject({
      status: "refused",
      message: expect.stringMatching(/^There are \d+ .*no room for more/),
    });
    const kept = await connected("admin", (admin) =>
      admin.query(`select from ${table} where user_id = $1`, [robin.id]),
    );
    expect(kept.rowCount).toBe(most);
  },
);

test("a letter is not tied to a setback that has no room for it", async () => {
  const robin = await aMember({ name: "Robin" });
  const { id: setbackId } = await aSetback(robin);
  await more("feedback_requests", await aFeedbackRequest(robin, { setbackId }), MOST_LETTERS - 1);
  const { id: requestId } = await aFeedbackRequest(robin);
  expect(await submit(robin, tieToSetback, { requestId, setbackId })).toMatchObject({ status: "refused" });
});
