import "server-only";
import { Prisma } from "@/lib/generated/client";

/** Goals that go on: neither finished nor put away, nor deleted. */
export const goesOn = { deletedAt: null, finishedAt: null, archivedAt: null } as const;

/** The same of a goal `g`. */
export const goesOnInSql = Prisma.sql`
  g.deleted_at is null and g.finished_at is null and g.archived_at is null`;
