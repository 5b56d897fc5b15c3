import "server-only";
import { farewellDraftKey } from "@/lib/closures/schema";
import { debriefDraftKey } from "@/lib/debriefs/schema";
import { exerciseKinds } from "@/lib/exercises/guides";
import { exerciseDraftKey } from "@/lib/exercises/schema";
import { lessonDraftKey } from "@/lib/experiments/schema";
import { answerAloneDraftKey, answerDraftKey, beginDraftKey, letterDraftKey } from "@/lib/feedback/schema";
import { goalDraftKey, smallerDraftKey } from "@/lib/goals/schema";
import { helpedDraftKey } from "@/lib/helped/schema";
import { isId } from "@/lib/ids";
import { learningPlanDraftKey } from "@/lib/learning/schema";
import { stepDraftKey } from "@/lib/planned-steps/schema";
import { planDraftKey } from "@/lib/plans/schema";
import { reasonDraftKey } from "@/lib/reasons/schema";
import { lookDraftKey, thoughtDraftKey } from "@/lib/reframes/schema";
import { ownPageDraftKey, setbackDraftKey } from "@/lib/setbacks/schema";
import { choosingKey, previewKey } from "@/lib/shares/schema";
import { templateDraftKey } from "@/lib/templates/schema";
import type { Viewer } from "@/lib/viewer";
import { pictureDraftKey } from "@/lib/win-pictures/schema";
import { wishDraftKey } from "@/lib/wishes/schema";
import { writingDraftKey } from "@/lib/writing/schema";

/*
 * A draft's key ends with what it is about. A save may arrive when that has been deleted meanwhile: from another tab,
 * or from the very page, typed a moment before. Kept, it would lie there for half a year, seen by nobody, and take
 * room from other drafts.
 */

type IsThere = (viewer: Viewer, id: string) => Promise<number>;

const isHere = { deletedAt: null };
const setback: IsThere = ({ id: userId, db }, id) => db.setback.count({ where: { userId, id, ...isHere } });
const reframe: IsThere = ({ id: userId, db }, id) =>
  db.reframe.count({ where: { userId, id, ...isHere, setback: isHere } });
const writing: IsThere = ({ id: userId, db }, id) =>
  db.writingSession.count({ where: { userId, id, setback: isHere } });
const request: IsThere = ({ id: userId, db }, id) =>
  db.feedbackRequest.count({ where: { userId, id, ...isHere } });
const experiment: IsThere = ({ id: userId, db }, id) =>
  db.experiment.count({ where: { userId, id, ...isHere } });
const plan: IsThere = ({ id: userId, db }, id) => db.ifThenPlan.count({ where: { userId, id, ...isHere } });
const learning: IsThere = ({ id: userId, db }, id) =>
  db.learningPlan.count({ where: { userId, id, ...isHere } });
const plannedStep: IsThere = ({ id: userId, db }, id) =>
  db.plannedStep.count({ where: { userId, id, ...isHere } });
const wish: IsThere = ({ id: userId, db }, id) => db.wish.count({ where: { userId, id, ...isHere } });
const goal: IsThere = ({ id: userId, db }, id) => db.goal.count({ where: { userId, id, ...isHere } });
const win: IsThere = ({ id: userId, db }, id) => db.win.count({ where: { userId, id, ...isHere } });
const shared: IsThere = async (viewer, id) => {
  for (const isThere of [setback, goal, win, experiment, plan, learning, request])
    if (await isThere(viewer, id)) return 1;
  return 0;
};

const kinds: [isThere: IsThere, keys: ((id: string) => string)[]][] = [
  [
    setback,
    [
      setbackDraftKey,
      ownPageDraftKey,
      ...exerciseKinds.map((kind) => (id: string) => exerciseDraftKey(kind, id)),
      thoughtDraftKey,
      reasonDraftKey,
      debriefDraftKey,
      beginDraftKey,
      farewellDraftKey,
    ],
  ],
  [reframe, [lookDraftKey]],
  [writing, [writingDraftKey]],
  [request, [letterDraftKey, answerDraftKey, answerAloneDraftKey, templateDraftKey]],
  [experiment, [lessonDraftKey]],
  [plan, [planDraftKey]],
  [learning, [learningPlanDraftKey]],
  [plannedStep, [stepDraftKey]],
  [
    wish,
    (["wish", "outcome", "obstacle", "plan"] as const).map(
      (screen) => (id: string) => wishDraftKey(screen, id),
    ),
  ],
  [goal, [goalDraftKey, smallerDraftKey, helpedDraftKey]],
  [win, [pictureDraftKey]],
  [shared, [choosingKey, previewKey]],
];

/** Whether what a draft is about was deleted. What belongs to a circle is not looked at. */
export async function isAboutNothing(viewer: Viewer, draftKey: string): Promise<boolean> {
  const id = draftKey.split(":")[1];
  if (!id) return false;
  const kind = kinds.find(([, keys]) => keys.some((key) => key(id) === draftKey));
  // What can be no id names nothing, and Postgres is not asked for it.
  return kind !== undefined && (!isId(id) || (await kind[0](viewer, id)) === 0);
}
