import "server-only";
import type { Route } from "next";
import { findExperiment } from "@/lib/experiments/queries";
import { findRequest } from "@/lib/feedback/queries";
import type { PostKind } from "@/lib/generated/enums";
import { findGoal } from "@/lib/goals/queries";
import { sayToCircle } from "@/lib/goals/rules";
import { findLearningPlan } from "@/lib/learning/queries";
import { findPlan } from "@/lib/plans/queries";
import type { PostSource } from "@/lib/posts/put-in-circle";
import { UNREADABLE } from "@/lib/private-words";
import { findSetback, listCompanies } from "@/lib/setbacks/queries";
import { isWhole } from "@/lib/setbacks/sealed";
import { listPieces, withWords } from "@/lib/shares/list-pieces";
import {
  piecesOfExperiment,
  piecesOfIfThenPlan,
  piecesOfLearningPlan,
  piecesOfRequest,
} from "@/lib/shares/pieces-of";
import type { Shareable } from "@/lib/shares/preview";
import { piecesTheCircleSees, whatTheCircleSees } from "@/lib/shares/rules";
import {
  type Choice,
  choiceForm,
  type InPieces,
  type InWords,
  type PiecesChoice,
  piecesForm,
} from "@/lib/shares/schema";
import type { Viewer } from "@/lib/viewer";
import { findWin } from "@/lib/wins/queries";

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
