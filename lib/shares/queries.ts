import "server-only";
import { sayMoment } from "@/lib/dates";
import { findDebrief } from "@/lib/debriefs/queries";
import { findDraft } from "@/lib/drafts/queries";
import { listAnswersAbout } from "@/lib/feedback/queries";
import { forSchema } from "@/lib/form-fields";
import { listSeats } from "@/lib/memberships/queries";
import { MOST_CHARACTERS } from "@/lib/posts/schema";
import { UNREADABLE } from "@/lib/private-words";
import { listReasons } from "@/lib/reasons/queries";
import { listReframesInFull } from "@/lib/reframes/queries";
import { isComparable, sayDifference } from "@/lib/reframes/rules";
import { trapOf } from "@/lib/reframes/traps";
import type { SetbackView } from "@/lib/setbacks/queries";
import { isWhole } from "@/lib/setbacks/sealed";
import type { Piece, PieceKind } from "@/lib/shares/pieces";
import { whatTheCircleSees } from "@/lib/shares/rules";
import { choiceForm, previewKey } from "@/lib/shares/schema";
import { standFor } from "@/lib/shares/stand-for";
import type { Viewer } from "@/lib/viewer";

export type ShareLine = Awaited<ReturnType<typeof listShares>>[number];

/**
 * Where a setback of the viewer's is shared now. A circle that they left has no name any more: what they
 * shared there is out of their sight and out of their hands.
 */
export async function listShares(viewer: Viewer, setbackId: string) {
  const rows = await viewer.db.$queryRaw<
    { postId: string; circleId: string; createdAt: Date; circle: string | null }[]
  >`
    select s.post_id as "postId", s.circle_id as "circleId", s.created_at as "createdAt", c.name as circle
    from shares s left join circles c on c.id = s.circle_id
    where s.user_id = ${viewer.id}::uuid and s.setback_id = ${setbackId}::uuid
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
  const pieces: { kind: PieceKind; id: string; text: string | null }[] = [
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
  ];
  return pieces.flatMap(({ text, ...piece }) =>
    text && !text.includes(UNREADABLE) ? [{ ...piece, text }] : [],
  );
}

export type Preview = NonNullable<Awaited<ReturnType<typeof findPreview>>>;

/**
 * What a circle would see of a setback, by what its author chose last; null when nothing is chosen or the
 * circle is not theirs any more, or not all of the setback opens. Composed afresh each time, from the setback as it is now.
 */
export async function findPreview(viewer: Viewer, setback: SetbackView) {
  const draft = await findDraft(viewer, previewKey(setback.id));
  const parsed = choiceForm.safeParse(forSchema(draft?.values ?? {}));
  const { id: [id] = [] } = draft?.values ?? {};
  if (!parsed.success || !id || !isWhole(setback)) return null;
  const seat = (await listSeats(viewer)).find(({ id }) => id === parsed.data.circleId);
  if (!seat) return null;
  const pieces = await listPieces(viewer, setback.id);
  const shown = whatTheCircleSees(setback, parsed.data, viewer.today, pieces);
  // It has grown since it was chosen: there is something to leave out.
  if (shown.body.length > MOST_CHARACTERS) return null;
  return { id, seat, choice: parsed.data, shown, seen: standFor({ id, shown }) };
}
