import "server-only";
import { dayOf } from "@/lib/dates";
import type { Prisma } from "@/lib/generated/client";

/** A commitment as pages show it, whosever it is. */
export type CommitmentLine = ReturnType<typeof commitmentLine>;

export const commitmentRow = {
  id: true,
  authorId: true,
  week: true,
  words: true,
  byDay: true,
  outcome: true,
  reason: true,
  carriedFrom: true,
} satisfies Prisma.CommitmentSelect;

export const commitmentLine = ({
  authorId,
  week,
  byDay,
  carriedFrom,
  ...row
}: Prisma.CommitmentGetPayload<{ select: typeof commitmentRow }>) => ({
  ...row,
  byDay: byDay && dayOf(byDay),
  isCarried: carriedFrom !== null,
});
