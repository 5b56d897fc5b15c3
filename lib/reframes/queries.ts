import "server-only";
import { sayMoment } from "@/lib/dates";
import type { Prisma } from "@/lib/generated/client";
import { isId } from "@/lib/ids";
import type { PrivateWords } from "@/lib/private-words";
import type { Felt } from "@/lib/reframes/rules";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

export type ReframeLine = Awaited<ReturnType<typeof listReframes>>[number];

/** The thoughts of a setback that were looked at again, in the order in which they came. One statement. */
export async function listReframes(viewer: Viewer, setbackId: string) {
  if (!isId(setbackId)) return [];
  const rows = await viewer.db.reframe.findMany({
    where: { userId: viewer.id, setbackId, deletedAt: null },
    select: { id: true, thought: true, fairer: true, createdAt: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, createdAt, ...row }) => ({
    id,
    thought: viewer.words.open("reframes.thought", id, row.thought),
    fairer: viewer.words.open("reframes.fairer", id, row.fairer),
    said: sayMoment(createdAt, viewer.now, viewer.timeZone),
  }));
}

/** The same with everything in them that can be told. One statement. */
export async function listReframesInFull(viewer: Viewer, setbackId: string) {
  if (!isId(setbackId)) return [];
  const rows = await viewer.db.reframe.findMany({
    where: { userId: viewer.id, setbackId, deletedAt: null },
    select: inFull,
    orderBy: { id: "asc" },
    relationLoadStrategy: "join",
  });
  return rows.map((row) => opened(viewer.words, row));
}

export type ReframeView = NonNullable<Awaited<ReturnType<typeof findReframe>>>;

/** One reframe with its feelings, the strongest before it first; null when it is not the viewer's or deleted. */
export async function findReframe(viewer: Viewer, setbackId: string, id: string) {
  if (!isId(id) || !isId(setbackId)) return null;
  const row = await viewer.db.reframe.findFirst({
    where: { userId: viewer.id, setbackId, id, deletedAt: null, setback: { deletedAt: null } },
    select: inFull,
    relationLoadStrategy: "join",
  });
  return row && opened(viewer.words, row);
}

const inFull = {
  id: true,
  setbackId: true,
  thought: true,
  trap: true,
  evidenceFor: true,
  evidenceAgainst: true,
  fairer: true,
  createdAt: true,
  feelings: { select: { word: true, before: true, after: true } },
} as const;

type Stored = Prisma.ReframeGetPayload<{ select: typeof inFull }>;

const opened = (words: PrivateWords, { id, ...row }: Stored) => ({
  ...row,
  id,
  thought: words.open("reframes.thought", id, row.thought),
  trap: words.open("reframes.trap", id, row.trap),
  evidenceFor: words.open("reframes.evidence_for", id, row.evidenceFor),
  evidenceAgainst: words.open("reframes.evidence_against", id, row.evidenceAgainst),
  fairer: words.open("reframes.fairer", id, row.fairer),
  feelings: openFeelings(words, id, row.feelings),
});

const openFeelings = (words: PrivateWords, reframeId: string, feelings: Felt[]): Felt[] =>
  feelings
    .map((feeling) => ({ ...feeling, word: words.open("reframe_feelings.word", reframeId, feeling.word) }))
    .sort((one, other) => other.before - one.before || one.word.localeCompare(other.word, "en"));

/** A reframe that the viewer took out and can still bring back. */
export async function findDeletedReframe(viewer: Viewer, id: unknown) {
  if (!isId(id)) return null;
  return viewer.db.reframe.findFirst({
    where: { userId: viewer.id, id, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}
