import "server-only";
import type { Route } from "next";
import { sayMoment } from "@/lib/dates";
import { findDebrief } from "@/lib/debriefs/queries";
import { findDraft, listKeptWords } from "@/lib/drafts/queries";
import { listExercises } from "@/lib/exercises/queries";
import { findExperiment } from "@/lib/experiments/queries";
import { findRequest, listAnswersAbout } from "@/lib/feedback/queries";
import { Prisma } from "@/lib/generated/client";
import type { PostKind } from "@/lib/generated/enums";
import { findGoal } from "@/lib/goals/queries";
import { sayToCircle } from "@/lib/goals/rules";
import { findLearningPlan } from "@/lib/learning/queries";
import { listSeats } from "@/lib/memberships/queries";
import { findPlan } from "@/lib/plans/queries";
import type { PostSource } from "@/lib/posts/put-in-circle";
import { UNREADABLE } from "@/lib/private-words";
import { listReasons } from "@/lib/reasons/queries";
import { listReframesInFull } from "@/lib/reframes/queries";
import { isComparable, sayDifference } from "@/lib/reframes/rules";
import { trapOf } from "@/lib/reframes/traps";
import { findSetback, listCompanies } from "@/lib/setbacks/queries";
import { isWhole } from "@/lib/setbacks/sealed";
import type { Piece, PieceKind } from "@/lib/shares/pieces";
import {
  answerKinds,
  piecesOfExperiment,
  piecesOfIfThenPlan,
  piecesOfLearningPlan,
  piecesOfRequest,
} from "@/lib/shares/pieces-of";
import { type AnyChoice, previewOf, type Shareable } from "@/lib/shares/preview";
import { piecesTheCircleSees, whatTheCircleSees } from "@/lib/shares/rules";
import {
  type Choice,
  choiceForm,
  choosingKey,
  type InPieces,
  type InWords,
  type PiecesChoice,
  piecesForm,
  previewKey,
} from "@/lib/shares/schema";
import type { Viewer } from "@/lib/viewer";
import { findWin } from "@/lib/wins/queries";

export type ShareLine = Awaited<ReturnType<typeof listShares>>[number];

const columns = {
  setbackId: "setback_id",
  winId: "win_id",
  goalId: "goal_id",
  experimentId: "experiment_id",
  ifThenPlanId: "if_then_plan_id",
  learningPlanId: "learning_plan_id",
  feedbackRequestId: "feedback_request_id",
};

/**
 * Where something of the viewer's is shared now. A circle that they left has no name any more: what they
 * shared there is out of their sight and out of their hands.
 */
export async function listShares(viewer: Viewer, source: PostSource) {
  const [[name, id] = []] = Object.entries(source) as [keyof typeof columns, string][];
  const column = name && columns[name];
  // Never by another one: that would call something shared that is not.
  if (!column) throw new Error(`shares: a post is made from no "${name}".`);
  const rows = await viewer.db.$queryRaw<
    { postId: string; circleId: string; createdAt: Date; circle: string | null }[]
  >`
    select s.post_id as "postId", s.circle_id as "circleId", s.created_at as "createdAt", c.name as circle
    from shares s left join circles c on c.id = s.circle_id
    where s.user_id = ${viewer.id}::uuid and s.${Prisma.raw(column)} = ${id}::uuid
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

export type Preview = NonNullable<SetbackSharing["preview"]>;

/** What a circle would see of something, by what its author chose last. */
export async function findPreview<Choice extends AnyChoice>(viewer: Viewer, shareable: Shareable<Choice>) {
  const draft = await findDraft(viewer, previewKey(shareable.id));
  return previewOf(shareable, { draft, seats: await listSeats(viewer) });
}

const NO_MASK =
  "The name of a company in one of your setbacks cannot be opened just now, so it could not be masked. Whoever runs this place can find out why.";

/** A setback as it can go to a circle: its facts, its words, and what became of it. Null where it is not there. */
export async function findShareableSetback(viewer: Viewer, setbackId: string) {
  const setback = await findSetback(viewer, setbackId);
  if (!setback) return null;
  const { id } = setback;
  const pieces = await listPieces(viewer, id);
  const companies = await listCompanies(viewer);
  const others = companies.filter((company) => company !== setback.company);
  const shareable: Shareable<Choice> = {
    id,
    note: { setbackId: id },
    item: `/setbacks/${id}` as Route,
    page: `/setbacks/${id}/share` as Route,
    kind: "setback",
    pieces,
    hasCompanies: others.length > 0,
    choiceForm,
    cannotGo: ({ names }) => {
      if (!isWhole(setback))
        return "Some words of this setback cannot be opened just now, so it cannot be shared. Whoever runs this place can find out why.";
      return names === "masked" && others.includes(UNREADABLE) ? NO_MASK : null;
    },
    show: (choice) => whatTheCircleSees(setback, choice, viewer.today, pieces, companies),
    // Where the kind stays with its author, being asked would tell it.
    canBeAdvisedOn: ({ fact, need }) => (fact.includes("kind") && need !== "listen" ? setback.kind : null),
  };
  return { ...shareable, setback };
}

/**
 * What goes in pieces or in words alone, as it can go to a circle, with what there is to choose from. Null where it is
 * not there.
 */
export async function findShareable(viewer: Viewer, of: InPieces | InWords, sourceId: string) {
  const found =
    of === "goal" || of === "win"
      ? await findInWords(viewer, of, sourceId)
      : await findInPieces(viewer, of, sourceId);
  if (!found) return null;
  const { id, note, item, kind = "progress", words = null } = found;
  const pieces = withWords(found.pieces);
  const companies = await listCompanies(viewer);
  const shareable: Shareable<PiecesChoice> = {
    id,
    note,
    item,
    page: `${item}/share` as Route,
    kind,
    pieces,
    hasCompanies: companies.length > 0,
    choiceForm: piecesForm,
    cannotGo: ({ names }) => (names === "masked" && companies.includes(UNREADABLE) ? NO_MASK : null),
    show: (choice) => piecesTheCircleSees(pieces, choice, companies),
  };
  return { ...shareable, words };
}

type Found = {
  id: string;
  item: Route;
  note: PostSource;
  pieces: Parameters<typeof withWords>[0];
  kind?: PostKind;
  words?: string;
};

const at = (place: string, id: string) => ({ id, item: `/${place}/${id}` as Route });

/** A goal or a win: it goes in words, which begin as these. */
async function findInWords(viewer: Viewer, of: InWords, sourceId: string): Promise<Found | null> {
  if (of === "goal") {
    const goal = await findGoal(viewer, sourceId);
    if (!goal) return null;
    const words = sayToCircle(goal, viewer.today);
    return { ...at("goals", goal.id), note: { goalId: goal.id }, pieces: [], words };
  }
  const win = await findWin(viewer, sourceId);
  if (!win) return null;
  return { ...at("wins", win.id), note: { winId: win.id }, pieces: [], kind: "win", words: win.body };
}

/** One of them: its id, what notes it, its own page, and its fields. */
async function findInPieces(viewer: Viewer, of: InPieces, sourceId: string): Promise<Found | null> {
  switch (of) {
    case "experiment": {
      const found = await findExperiment(viewer, sourceId);
      if (!found) return null;
      const note = { experimentId: found.id };
      return { ...at("experiments", found.id), note, pieces: piecesOfExperiment(found) };
    }
    case "ifThenPlan": {
      const found = await findPlan(viewer, sourceId);
      if (!found) return null;
      return {
        ...at("plans", found.id),
        note: { ifThenPlanId: found.id },
        pieces: piecesOfIfThenPlan(found),
      };
    }
    case "learningPlan": {
      const found = await findLearningPlan(viewer, sourceId);
      if (!found) return null;
      const note = { learningPlanId: found.id };
      return { ...at("learning", found.id), note, pieces: piecesOfLearningPlan(found) };
    }
    case "feedbackRequest": {
      const found = await findRequest(viewer, sourceId);
      if (!found) return null;
      const note = { feedbackRequestId: found.id };
      return { ...at("feedback", found.id), note, pieces: piecesOfRequest(found) };
    }
  }
}

export type Sharing = NonNullable<Awaited<ReturnType<typeof findSharing>>>;

/**
 * Everything that the page needs on which something goes to a circle in pieces or in words: what to choose from, or the
 * preview.
 */
export async function findSharing(viewer: Viewer, of: InPieces | InWords, sourceId: string, step: unknown) {
  const shareable = await findShareable(viewer, of, sourceId);
  return shareable && { of, words: shareable.words, ...(await sharingOf(viewer, shareable, step)) };
}

export type SetbackSharing = NonNullable<Awaited<ReturnType<typeof findSetbackSharing>>>;

/** The same of a setback, with the setback itself. */
export async function findSetbackSharing(viewer: Viewer, setbackId: string, step: unknown) {
  const shareable = await findShareableSetback(viewer, setbackId);
  if (!shareable) return null;
  const { setback } = shareable;
  return { setback, today: viewer.today, ...(await sharingOf(viewer, shareable, step)) };
}

/** Each row is read once: the preview is made from what the choice is made from. */
async function sharingOf<Choice extends AnyChoice>(
  viewer: Viewer,
  shareable: Shareable<Choice>,
  step: unknown,
) {
  const { id, item, page, pieces, hasCompanies } = shareable;
  const kept = await listKeptWords(viewer, [choosingKey(id), previewKey(id)]);
  const chosen = kept[previewKey(id)] ?? null;
  const seats = await listSeats(viewer);
  return {
    id,
    item,
    page,
    pieces,
    hasCompanies,
    seats,
    choosing: kept[choosingKey(id)] ?? null,
    chosen,
    preview: step === "preview" ? previewOf(shareable, { draft: chosen, seats }) : null,
    isVerified: viewer.verifiedAt !== null,
  };
}
