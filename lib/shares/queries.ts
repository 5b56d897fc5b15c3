import "server-only";
import { sayMoment } from "@/lib/dates";
import { findDraft, listKeptWords } from "@/lib/drafts/queries";
import { Prisma } from "@/lib/generated/client";
import { listSeats } from "@/lib/memberships/queries";
import type { PostSource } from "@/lib/posts/put-in-circle";
import { type AnyChoice, previewOf, type Shareable } from "@/lib/shares/preview";
import { choosingKey, type InPieces, type InWords, previewKey } from "@/lib/shares/schema";
import { findShareable, findShareableSetback } from "@/lib/shares/shareable";
import type { Viewer } from "@/lib/viewer";

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

export type Preview = NonNullable<SetbackSharing["preview"]>;

/** What a circle would see of something, by what its author chose last. */
export async function findPreview<Choice extends AnyChoice>(viewer: Viewer, shareable: Shareable<Choice>) {
  const draft = await findDraft(viewer, previewKey(shareable.id));
  return previewOf(shareable, { draft, seats: await listSeats(viewer) });
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
