import type { Prisma } from "@/lib/generated/client";
import { beforePlace, newestFirst } from "@/lib/posts/place";

export const replyRow = {
  id: true,
  authorId: true,
  body: true,
  createdAt: true,
  editedAt: true,
  takenBackAt: true,
  heldAt: true,
  hiddenAt: true,
} satisfies Prisma.ReplySelect;

const postRow = {
  id: true,
  circleId: true,
  authorId: true,
  kind: true,
  need: true,
  body: true,
  details: true,
  createdAt: true,
  takenBackAt: true,
  heldAt: true,
  unseenAt: true,
  hiddenAt: true,
  shownAt: true,
  // In the order of its key: who was first is nobody's business, and Postgres need not look beyond the key.
  encouragements: { select: { memberId: true, kind: true }, orderBy: { memberId: "asc" } },
} satisfies Prisma.PostSelect;

/** A post with its newest replies, and one more where there are older ones. */
export const card = (replies: number, before?: string) =>
  ({
    ...postRow,
    replies: {
      where: beforePlace(before),
      select: replyRow,
      orderBy: [...newestFirst],
      take: replies + 1,
    },
  }) satisfies Prisma.PostSelect;

export type PostRow = Prisma.PostGetPayload<{ select: ReturnType<typeof card> }>;
export type ReplyRow = PostRow["replies"][number];
