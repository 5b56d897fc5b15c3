import "server-only";
import { findDebrief } from "@/lib/debriefs/queries";
import { listExercises } from "@/lib/exercises/queries";
import { listAnswersAbout } from "@/lib/feedback/queries";
import { UNREADABLE } from "@/lib/private-words";
import { listReasons } from "@/lib/reasons/queries";
import { listReframesInFull } from "@/lib/reframes/queries";
import { isComparable, sayDifference } from "@/lib/reframes/rules";
import { trapOf } from "@/lib/reframes/traps";
import type { Piece, PieceKind } from "@/lib/shares/pieces";
import { answerKinds } from "@/lib/shares/pieces-of";
import type { Viewer } from "@/lib/viewer";

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
export const withWords = (pieces: { kind: PieceKind; id: string; text: string | null }[]): Piece[] =>
  pieces.flatMap(({ text, ...piece }) => (text && !text.includes(UNREADABLE) ? [{ ...piece, text }] : []));
