import "server-only";
import type { Prisma } from "@/lib/generated/client";
import { isId } from "@/lib/ids";
import { findPlan } from "@/lib/plans/queries";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";
import { nextOf } from "@/lib/wishes/rules";

const card = {
  id: true,
  wish: true,
  outcome: true,
  obstacle: true,
  planId: true,
} satisfies Prisma.WishSelect;

type Row = Prisma.WishGetPayload<{ select: typeof card }>;

const describe = ({ words: { open } }: Viewer, row: Row, hasPlan: boolean) => {
  const said = {
    wish: open("wishes.wish", row.id, row.wish),
    outcome: open("wishes.outcome", row.id, row.outcome),
    obstacle: open("wishes.obstacle", row.id, row.obstacle),
  };
  return { id: row.id, ...said, next: nextOf({ ...said, hasPlan }) };
};

export type WishCard = ReturnType<typeof describe>;

/** What the viewer pictured, the newest first. Two statements at most. */
export async function listWishes(viewer: Viewer): Promise<WishCard[]> {
  const rows = await viewer.db.wish.findMany({
    where: { userId: viewer.id, deletedAt: null },
    select: card,
    orderBy: { id: "desc" },
  });
  const ids = rows.flatMap(({ planId }) => planId ?? []);
  const plans =
    ids.length > 0
      ? await viewer.db.ifThenPlan.findMany({
          where: { userId: viewer.id, id: { in: ids }, deletedAt: null },
          select: { id: true },
        })
      : [];
  const there = new Set(plans.map(({ id }) => id));
  return rows.map((row) => describe(viewer, row, row.planId !== null && there.has(row.planId)));
}

export type WishView = NonNullable<Awaited<ReturnType<typeof findWish>>>;

/** One picture, with the plan that it ended with while there is one. Two statements. */
export async function findWish(viewer: Viewer, wishId: string) {
  if (!isId(wishId)) return null;
  const row = await viewer.db.wish.findFirst({
    where: { userId: viewer.id, id: wishId, deletedAt: null },
    select: card,
  });
  if (!row) return null;
  const plan = row.planId ? await findPlan(viewer, row.planId) : null;
  return { ...describe(viewer, row, plan !== null), plan };
}

/** A picture that the viewer deleted and can still bring back. */
export async function findDeletedWish(viewer: Viewer, wishId: unknown) {
  if (!isId(wishId)) return null;
  return viewer.db.wish.findFirst({
    where: { userId: viewer.id, id: wishId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}
