import type { QuestionName } from "@/lib/exercises/guides";
import type { ExperimentCard } from "@/lib/experiments/queries";
import { ENOUGH_TO_TELL } from "@/lib/experiments/rules";
import { betterWords } from "@/lib/experiments/schema";
import type { RequestView } from "@/lib/feedback/queries";
import { artefactWords } from "@/lib/feedback/schema";
import type { LearningPlanCard } from "@/lib/learning/queries";
import { saySteps } from "@/lib/learning/rules";
import type { PlanCard } from "@/lib/plans/queries";
import type { PieceKind } from "@/lib/shares/pieces";

/* What grew out of a setback, or came of a letter, field by field, as pieces that can go to a circle. */

type Said = { kind: PieceKind; id: string; text: string | null };

/** The answers of an exercise, by the names of its questions. */
export const answerKinds: Record<QuestionName, PieceKind> = {
  friend: "friend",
  letter: "kind-letter",
  wish: "kind-wish",
  hard: "hard",
  others: "others",
  toMyself: "to-myself",
  dear: "dear",
  ownWords: "dear-too",
  lived: "lived",
};

export const piecesOfExperiment = (experiment: ExperimentCard): Said[] =>
  inPieces(experiment.id, {
    change: experiment.change,
    better: betterWords[experiment.better].happens,
    progress: experiment.over ? "It is over" : experiment.progress,
    result: experiment.counted > 0 ? sayResult(experiment.result) : null,
    verdict: experiment.verdict && verdictWords[experiment.verdict],
    lesson: experiment.lesson,
  });

const verdictWords = {
  keep: "I keep it",
  drop: "I let it go",
  again: "I try it once more",
};

/** As honest as on its own page: nothing is drawn from a few. */
function sayResult({ cases, better, share }: ExperimentCard["result"]): string {
  const counted = `${cases} ${cases === 1 ? "application" : "applications"}, ${better} of them better`;
  return share
    ? `${counted}: ${share.seen}%, and the true share may be ${share.low}% to ${share.high}%`
    : `${counted}. Fewer than ${ENOUGH_TO_TELL} are too few to tell`;
}

export const piecesOfIfThenPlan = ({ id, sentence }: PlanCard): Said[] => inPieces(id, sentence);

const stepKinds = ["first-step", "second-step", "third-step"] as const;

export const piecesOfLearningPlan = ({ id, skill, steps }: LearningPlanCard): Said[] =>
  inPieces(id, {
    skill,
    ...Object.fromEntries(steps.map(({ place, words }) => [stepKinds[place] ?? "third-step", words])),
    progress: saySteps(steps),
  });

/** A letter stays with its member, and so does whom it went to: what goes is what came of it. */
export const piecesOfRequest = ({ id, artefact, answeredOn, answer, lesson }: RequestView): Said[] =>
  inPieces(id, {
    asked: artefactWords[artefact].mine,
    ...(answeredOn && { answer, lesson }),
  });

const inPieces = (id: string, texts: Partial<Record<PieceKind, string | null>>): Said[] =>
  Object.entries(texts).map(([kind, text]) => ({ kind: kind as PieceKind, id, text }));
