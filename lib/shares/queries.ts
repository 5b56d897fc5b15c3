import "server-only";
import type { Route } from "next";
import { sayMoment } from "@/lib/dates";
import { findDebrief } from "@/lib/debriefs/queries";
import { listKeptWords } from "@/lib/drafts/queries";
import { listExercises } from "@/lib/exercises/queries";
import { findExperiment } from "@/lib/experiments/queries";
import { listAnswersAbout } from "@/lib/feedback/queries";
import { Prisma } from "@/lib/generated/client";
import { findLearningPlan } from "@/lib/learning/queries";
import { listSeats } from "@/lib/memberships/queries";
import { findPlan } from "@/lib/plans/queries";
import type { PostSource } from "@/lib/posts/put-in-circle";
import { UNREADABLE } from "@/lib/private-words";
import { listReasons } from "@/lib/reasons/queries";
import { listReframesInFull } from "@/lib/reframes/queries";
import { isComparable, sayDifference } from "@/lib/reframes/rules";
import { trapOf } from "@/lib/reframes/traps";
import { listCompanies, type SetbackView } from "@/lib/setbacks/queries";
import { isWhole } from "@/lib/setbacks/sealed";
import type { Piece, PieceKind } from "@/lib/shares/pieces";
import { answerKinds, piecesOfExperiment, piecesOfLearning, piecesOfPlan } from "@/lib/shares/pieces-of";
import { previewOf, type Shareable } from "@/lib/shares/preview";
import { piecesTheCircleSees, whatTheCircleSees } from "@/lib/shares/rules";
import {
  type Choice,
  choiceForm,
  choosingKey,
  type InPieces,
  type PiecesChoice,
  piecesForm,
  previewKey,
} from "@/lib/shares/schema";
import type { Viewer } from "@/lib/viewer";

export type ShareLine = Awaited<ReturnType<typeof listShares>>[number];

const columns = {
  setbackId: "setback_id",
  winId: "win_id",
  goalId: "goal_id",
  experimentId: "experiment_id",
  ifThenPlanId: "if_then_plan_id",
  learningPlanId: "learning_plan_id",
};

/**
 * Where something of the viewer's is shared now. A circle that they left has no name any more: what they
 * shared there is out of their sight and out of their hands.
 */
export async function listShares(viewer: Viewer, source: PostSource) {
  const [[name, id] = []] = Object.entries(source) as [keyof typeof columns, string][];
  const rows = await viewer.db.$queryRaw<
    { postId: string; circleId: string; createdAt: Date; circle: string | null }[]
  >`
    select s.post_id as "postId", s.circle_id as "circleId", s.created_at as "createdAt", c.name as circle
    from shares s left join circles c on c.id = s.circle_id
    where s.user_id = ${viewer.id}::uuid and s.${Prisma.raw(columns[name ?? "setbackId"])} = ${id}::uuid
    order by s.created_at`;
  return rows.map(({ createdAt, ...row }) => ({
    ...row,
    said: sayMoment(createdAt, viewer.now, viewer.timeZone),
  }));
}

/** What became of a setback, in the pieces that can go to a circle. What was let go, or does not open, stays. */
export async function listPieces(viewer: Viewer, setbackId: string): Promise<Piece[]> {
  const reframes = await listReframesInFull(viewer, setbackId);
  const reasons = await listReasons(viewer, setbackId);
  const debrief = await findDebrief(viewer, setbackId);
  const answers = await listAnswersAbout(viewer, setbackId);
  const exercises = await listExercises(viewer, setbackId);
  return withWords([
    ...reframes.flatMap(({ id, feelings, ...reframe }) => [
      { kind: "thought" as const, id, text: reframe.thought },
      { kind: "trap" as const, id, text: trapOf(reframe.trap)?.name ?? null },
      { kind: "evidence-for" as const, id, text: reframe.evidenceFor },
      { kind: "evidence-against" as const, id, text: reframe.evidenceAgainst },
      { kind: "fairer" as const, id, text: reframe.fairer },
      { kind: "felt" as const, id, text: isComparable(feelings) ? sayDifference(feelings) : null },
    ]),
    ...reasons
      .filter(({ letGoAt }) => letGoAt === null)
      .map(({ id, words }) => ({ kind: "reason" as const, id, text: words })),
    { kind: "went-well", id: setbackId, text: debrief?.wentWell ?? null },
    { kind: "differently", id: setbackId, text: debrief?.differently ?? null },
    ...answers.flatMap(({ id, answer, lesson }) => [
      { kind: "answer" as const, id, text: answer },
      { kind: "lesson" as const, id, text: lesson },
    ]),
    ...exercises.flatMap(({ id, answered }) =>
      answered.map(({ question, texts }) => ({
        kind: answerKinds[question.name],
        id,
        text: texts.join(", "),
      })),
    ),
  ]);
}

/** What is empty, or does not open, is no piece. */
const withWords = (pieces: { kind: PieceKind; id: string; text: string | null }[]): Piece[] =>
  pieces.flatMap(({ text, ...piece }) => (text && !text.includes(UNREADABLE) ? [{ ...piece, text }] : []));

export type Preview = NonNullable<Awaited<ReturnType<typeof findPreview>>>;

/** What a circle would see of a setback, by what its author chose last. */
export async function findPreview(viewer: Viewer, setback: SetbackView) {
  return previewOf(viewer, shareableSetback(viewer, setback));
}

/** A setback as it can go to a circle: its facts, its words, and what became of it. */
export function shareableSetback(viewer: Viewer, setback: SetbackView): Shareable<Choice> {
  const { id } = setback;
  return {
    id,
    note: { setbackId: id },
    kind: "setback",
    page: `/setbacks/${id}/share` as Route,
    choiceForm,
    cannotGo: () =>
      isWhole(setback)
        ? null
        : "Some words of this setback cannot be opened just now, so it cannot be shared. Whoever runs this place can find out why.",
    show: async (choice) => whatTheCircleSees(setback, choice, viewer.today, await listPieces(viewer, id)),
  };
}

/** What goes in pieces alone, as it can go to a circle, with what there is to choose from. Null where it is not there. */
export async function findShareable(viewer: Viewer, of: InPieces, sourceId: string) {
  const found = await findInPieces(viewer, of, sourceId);
  if (!found) return null;
  const { item } = found;
  const pieces = withWords(found.pieces);
  const companies = await listCompanies(viewer);
  const shareable: Shareable<PiecesChoice> = {
    id: found.id,
    note: found.note,
    page: `${item}/share` as Route,
    kind: "progress",
    choiceForm: piecesForm,
    cannotGo: ({ names }) =>
      names === "masked" && companies.includes(UNREADABLE)
        ? "The name of a company in one of your setbacks cannot be opened just now, so it could not be masked. Whoever runs this place can find out why."
        : null,
    show: async (choice) => piecesTheCircleSees(pieces, choice, companies),
  };
  return { ...shareable, item, pieces, hasCompanies: companies.length > 0 };
}

/** One of them: its id, what notes it, its own page, and its fields. */
async function findInPieces(viewer: Viewer, of: InPieces, sourceId: string) {
  if (of === "experiment") {
    const experiment = await findExperiment(viewer, sourceId);
    if (!experiment) return null;
    const { id } = experiment;
    return {
      id,
      note: { experimentId: id },
      item: `/experiments/${id}` as Route,
      pieces: piecesOfExperiment(experiment),
    };
  }
  if (of === "plan") {
    const plan = await findPlan(viewer, sourceId);
    if (!plan) return null;
    const { id } = plan;
    return { id, note: { ifThenPlanId: id }, item: `/plans/${id}` as Route, pieces: piecesOfPlan(plan) };
  }
  const learning = await findLearningPlan(viewer, sourceId);
  if (!learning) return null;
  const { id } = learning;
  return {
    id,
    note: { learningPlanId: id },
    item: `/learning/${id}` as Route,
    pieces: piecesOfLearning(learning),
  };
}

export type Sharing = NonNullable<Awaited<ReturnType<typeof findSharing>>>;

/** Everything that the page needs on which something goes to a circle in pieces: what to choose from, or the preview. */
export async function findSharing(viewer: Viewer, of: InPieces, sourceId: string, step: unknown) {
  const shareable = await findShareable(viewer, of, sourceId);
  if (!shareable) return null;
  const { id, item, page, pieces, hasCompanies } = shareable;
  const kept = await listKeptWords(viewer, [choosingKey(id), previewKey(id)]);
  return {
    of,
    id,
    item,
    page,
    pieces,
    hasCompanies,
    seats: await listSeats(viewer),
    choosing: kept[choosingKey(id)] ?? null,
    chosen: kept[previewKey(id)] ?? null,
    preview: step === "preview" ? await previewOf(viewer, shareable) : null,
    isVerified: viewer.verifiedAt !== null,
  };
}
