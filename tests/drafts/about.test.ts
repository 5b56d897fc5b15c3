import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { farewellDraftKey } from "@/lib/closures/schema";
import { asMember } from "@/lib/db";
import { debriefDraftKey } from "@/lib/debriefs/schema";
import { saveDraft } from "@/lib/drafts/actions";
import { exerciseKinds } from "@/lib/exercises/guides";
import { exerciseDraftKey } from "@/lib/exercises/schema";
import { deleteExperiment } from "@/lib/experiments/actions";
import { lessonDraftKey } from "@/lib/experiments/schema";
import { deleteRequest } from "@/lib/feedback/actions";
import { answerAloneDraftKey, answerDraftKey, beginDraftKey, letterDraftKey } from "@/lib/feedback/schema";
import { deleteGoal } from "@/lib/goals/actions";
import { goalDraftKey, smallerDraftKey } from "@/lib/goals/schema";
import { helpedDraftKey } from "@/lib/helped/schema";
import { deleteLearningPlan } from "@/lib/learning/actions";
import { learningPlanDraftKey } from "@/lib/learning/schema";
import { deletePlannedStep } from "@/lib/planned-steps/actions";
import { stepDraftKey } from "@/lib/planned-steps/schema";
import { deletePlan } from "@/lib/plans/actions";
import { planDraftKey } from "@/lib/plans/schema";
import { reasonDraftKey } from "@/lib/reasons/schema";
import { takeOutReframe } from "@/lib/reframes/actions";
import { lookDraftKey, thoughtDraftKey } from "@/lib/reframes/schema";
import { deleteSetback } from "@/lib/setbacks/actions";
import { ownPageDraftKey, setbackDraftKey } from "@/lib/setbacks/schema";
import { choosingKey, previewKey } from "@/lib/shares/schema";
import { templateDraftKey } from "@/lib/templates/schema";
import { pictureDraftKey } from "@/lib/win-pictures/schema";
import { deleteWin } from "@/lib/wins/actions";
import { deleteWish } from "@/lib/wishes/actions";
import { wishDraftKey } from "@/lib/wishes/schema";
import { deleteWriting } from "@/lib/writing/actions";
import { writingDraftKey } from "@/lib/writing/schema";
import { aMember, type Member } from "../factories";
import { aFeedbackRequest } from "../factories-of-feedback";
import { aGoal, aWin } from "../factories-of-goals";
import { aLearningPlan, anExperiment } from "../factories-of-learning";
import { aPlan } from "../factories-of-plans";
import { aReframe, aSetback, aWritingSession } from "../factories-of-setbacks";
import { aPlannedStep, aWish } from "../factories-of-weeks";
import { submit } from "../people";

/** Something of a member's that a draft can be about, and how they delete it. */
type Thing = (member: Member) => Promise<{ id: string; deleted: () => Promise<unknown> }>;

const things = {
  "a setback": async (member) => {
    const { id } = await aSetback(member);
    return { id, deleted: () => submit(member, deleteSetback, { setbackId: id }) };
  },
  "a reframe": async (member) => {
    const { id } = await aReframe(member, await aSetback(member));
    return { id, deleted: () => submit(member, takeOutReframe, { reframeId: id }) };
  },
  "a page of guided writing": async (member) => {
    const setback = await aSetback(member);
    const { id } = await aWritingSession(member, setback);
    return { id, deleted: () => submit(member, deleteWriting, { sessionId: id, setbackId: setback.id }) };
  },
  "a letter": async (member) => {
    const { id } = await aFeedbackRequest(member);
    return { id, deleted: () => submit(member, deleteRequest, { requestId: id }) };
  },
  "an experiment": async (member) => {
    const { id } = await anExperiment(member);
    return { id, deleted: () => submit(member, deleteExperiment, { experimentId: id }) };
  },
  "a plan": async (member) => {
    const { id } = await aPlan(member);
    return { id, deleted: () => submit(member, deletePlan, { planId: id }) };
  },
  "something to learn": async (member) => {
    const { id } = await aLearningPlan(member);
    return { id, deleted: () => submit(member, deleteLearningPlan, { learningPlanId: id }) };
  },
  "a step of a week": async (member) => {
    const { id } = await aPlannedStep(member);
    return { id, deleted: () => submit(member, deletePlannedStep, { stepId: id }) };
  },
  "something pictured": async (member) => {
    const { id } = await aWish(member);
    return { id, deleted: () => submit(member, deleteWish, { wishId: id }) };
  },
  "a goal": async (member) => {
    const { id } = await aGoal(member);
    return { id, deleted: () => submit(member, deleteGoal, { goalId: id }) };
  },
  "a win": async (member) => {
    const { id } = await aWin(member);
    return { id, deleted: () => submit(member, deleteWin, { winId: id }) };
  },
} satisfies Record<string, Thing>;

type Row = [key: (id: string) => string, ...about: (keyof typeof things)[]];

const shareable = ["a setback", "a goal", "a win", "an experiment", "a plan", "something to learn"] as const;

/** By the name of what makes its key, each form whose words wait as a draft about something of their member's. */
const own: Record<string, Row | Row[]> = {
  setbackDraftKey: [setbackDraftKey, "a setback"],
  ownPageDraftKey: [ownPageDraftKey, "a setback"],
  exerciseDraftKey: exerciseKinds.map((kind): Row => [(id) => exerciseDraftKey(kind, id), "a setback"]),
  thoughtDraftKey: [thoughtDraftKey, "a setback"],
  reasonDraftKey: [reasonDraftKey, "a setback"],
  debriefDraftKey: [debriefDraftKey, "a setback"],
  beginDraftKey: [beginDraftKey, "a setback"],
  farewellDraftKey: [farewellDraftKey, "a setback"],
  lookDraftKey: [lookDraftKey, "a reframe"],
  writingDraftKey: [writingDraftKey, "a page of guided writing"],
  letterDraftKey: [letterDraftKey, "a letter"],
  answerDraftKey: [answerDraftKey, "a letter"],
  answerAloneDraftKey: [answerAloneDraftKey, "a letter"],
  templateDraftKey: [templateDraftKey, "a letter"],
  lessonDraftKey: [lessonDraftKey, "an experiment"],
  planDraftKey: [planDraftKey, "a plan"],
  learningPlanDraftKey: [learningPlanDraftKey, "something to learn"],
  stepDraftKey: [stepDraftKey, "a step of a week"],
  wishDraftKey: (["wish", "outcome", "obstacle", "plan"] as const).map(
    (screen): Row => [(id) => wishDraftKey(screen, id), "something pictured"],
  ),
  goalDraftKey: [goalDraftKey, "a goal"],
  smallerDraftKey: [smallerDraftKey, "a goal"],
  helpedDraftKey: [helpedDraftKey, "a goal"],
  pictureDraftKey: [pictureDraftKey, "a win"],
  choosingKey: [choosingKey, ...shareable],
  previewKey: [previewKey, ...shareable],
};

/** Those about what belongs to a circle, which may be read again by whoever comes back to it, or to moderators. */
const ofCircles = [
  "postDraftKey",
  "replyDraftKey",
  "editDraftKey",
  "joinDraftKey",
  "checkInDraftKey",
  "askDraftKey",
  // meetings
  "commitmentDraftKey",
  "notesDraftKey",
  "notesPreviewDraftKey",
  "turnDraftKey",
  "thanksDraftKey",
  // moderators
  "reportDraftKey",
  "decideDraftKey",
  "appealDraftKey",
];

const isOne = (rows: Row | Row[]): rows is Row => typeof rows[0] === "function";
const cases = Object.values(own).flatMap((rows) =>
  (isOne(rows) ? [rows] : rows).flatMap(([key, ...about]) =>
    about.map((thing) => ({ form: key("…"), key, thing })),
  ),
);

describe("a draft", () => {
  test.each(cases)(
    "$form goes with $thing when that is deleted, and is not kept when it comes late",
    async ({ key, thing }) => {
      const juniper = await aMember();
      const { id, deleted } = await things[thing](juniper);
      const save = () =>
        submit(juniper, saveDraft, { draftKey: key(id), typedAt: Date.UTC(2025, 0, 15), words: "I am" });
      const count = () => asMember(juniper.id, (db) => db.draft.count());

      expect(await save()).toEqual({ status: "done" });
      expect(await count()).toBe(1);
      await deleted();
      expect(await count()).toBe(0);
      expect(await save()).toMatchObject({
        status: "refused",
        message: expect.stringMatching(/^Not saved as you write: .* was deleted meanwhile/),
        values: { words: ["I am"] },
      });
      expect(await count()).toBe(0);
    },
  );

  test("of any form is looked at here, or belongs to a circle", () => {
    const made = globSync("lib/*/*.ts").flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/^export (?:const|function) (\w*DraftKey)\b/gm)].map(
        ([, name]) => name,
      ),
    );
    expect(made).toContain("reasonDraftKey");
    const known = [...Object.keys(own), ...ofCircles];
    expect(made.filter((name) => !known.includes(name ?? ""))).toEqual([]);
    expect(ofCircles.filter((name) => !made.includes(name))).toEqual([]);
  });
});
