import "server-only";
import { type Day, dayOf, startOfDay } from "@/lib/dates";
import { type Place, placeOf } from "@/lib/day-place";
import { commonFeelings } from "@/lib/feelings/rules";
import { isId } from "@/lib/ids";
import { beginningOf, suggestionsFrom, titleOf } from "@/lib/setbacks/rules";
import { rememberedFields, type SetbackKind } from "@/lib/setbacks/schema";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const SETBACKS_A_PAGE = 20;
const RESTING = 5;
/** As much of a story as a line of a list can show. */
const BEGINNING = 240;

type Beginning = { id: string; day: Date; kind: SetbackKind | null; beginning: string };

export type SetbackLine = { id: string; day: Day; title: string; excerpt: string };

const lineOf = ({ id, day, kind, beginning }: Beginning): SetbackLine => ({
  id,
  day: dayOf(day),
  title: titleOf(kind),
  excerpt: beginningOf(beginning),
});

/** A page of the viewer's setbacks, the newest day first; `older` is where the next page begins. */
export async function listSetbacks(viewer: Viewer, before: Place | null = null) {
  // The first page lies before a day that no setback can have.
  const { day, id } = before ?? { day: "infinity", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };
  const rows = await viewer.db.$queryRaw<Beginning[]>`
    select id, day, kind::text as kind, left(happened, ${BEGINNING}) as beginning from setbacks
    where user_id = ${viewer.id}::uuid and deleted_at is null and (day, id) < (${day}::text::date, ${id}::uuid)
    order by day desc, id desc limit ${SETBACKS_A_PAGE + 1}`;
  const lines = rows.slice(0, SETBACKS_A_PAGE).map(lineOf);
  const last = lines.at(-1);
  return { setbacks: lines, older: rows.length > lines.length && last ? placeOf(last) : null };
}

export type RestingSetbacks = Awaited<ReturnType<typeof listRestingSetbacks>>;

/** The newest few of the viewer's setbacks, for a place where they are folded away. One statement. */
export async function listRestingSetbacks(viewer: Viewer) {
  const rows = await viewer.db.$queryRaw<Beginning[]>`
    select id, day, kind::text as kind, left(happened, ${BEGINNING}) as beginning from setbacks
    where user_id = ${viewer.id}::uuid and deleted_at is null
    order by day desc, id desc limit ${RESTING + 1}`;
  return { setbacks: rows.slice(0, RESTING).map(lineOf), areMore: rows.length > RESTING };
}

export type SetbackView = NonNullable<Awaited<ReturnType<typeof findSetback>>>;

/** One of the viewer's setbacks with its feelings, the strongest first; null when it is not theirs or deleted. */
export async function findSetback(viewer: Viewer, id: string) {
  if (!isId(id)) return null;
  const setback = await viewer.db.setback.findFirst({
    where: { userId: viewer.id, id, deletedAt: null },
    select: {
      id: true,
      happened: true,
      kind: true,
      company: true,
      role: true,
      industry: true,
      stage: true,
      source: true,
      day: true,
      createdAt: true,
      phase: true,
      page: true,
      closedAt: true,
      farewell: true,
      feelings: { select: { word: true, strength: true }, orderBy: [{ strength: "desc" }, { word: "asc" }] },
    },
    relationLoadStrategy: "join",
  });
  if (!setback) return null;
  const { words } = viewer;
  return {
    ...setback,
    page: words.open("setbacks.page", id, setback.page),
    farewell: words.open("setbacks.farewell", id, setback.farewell),
    day: dayOf(setback.day),
    title: titleOf(setback.kind),
  };
}

export type DeletedSetback = NonNullable<Awaited<ReturnType<typeof findDeletedSetback>>>;

/** A setback that the viewer deleted and can still bring back, to be offered an undo. */
export async function findDeletedSetback(viewer: Viewer, id: unknown) {
  if (!isId(id)) return null;
  const setback = await viewer.db.setback.findFirst({
    where: { userId: viewer.id, id, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true, shares: { select: { postId: true }, take: 1 } },
    relationLoadStrategy: "join",
  });
  return setback && { id: setback.id, isShared: setback.shares.length > 0 };
}

export type Suggestions = Awaited<ReturnType<typeof listSuggestions>>;

/** What the viewer wrote before in the optional fields, from their latest 100 setbacks. One statement. */
export async function listSuggestions(viewer: Viewer) {
  const rows = await viewer.db.setback.findMany({
    where: { userId: viewer.id, deletedAt: null },
    select: {
      company: true,
      role: true,
      industry: true,
      stage: true,
      source: true,
      feelings: { select: { word: true } },
    },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: 100,
    relationLoadStrategy: "join",
  });
  const remembered = rows.map(({ feelings: _, ...row }) => row);
  const felt = rows.flatMap((row) => row.feelings);
  const [company, role, industry, stage, source] = rememberedFields.map((field) =>
    suggestionsFrom(remembered, field),
  ) as [string[], string[], string[], string[], string[]];
  const own = suggestionsFrom(felt, "word", 30).filter(
    (word) => !commonFeelings.some((common) => common === word.toLowerCase()),
  );
  return { company, role, industry, stage, source, feelings: [...commonFeelings, ...own.slice(0, 6)] };
}

/** Whether the viewer wrote a setback down today, where they live: then nobody asks what to learn from it. */
export async function hasFreshSetback(viewer: Viewer): Promise<boolean> {
  const fresh = await viewer.db.setback.findFirst({
    where: {
      userId: viewer.id,
      deletedAt: null,
      createdAt: { gte: startOfDay(viewer.today, viewer.timeZone) },
    },
    select: { id: true },
  });
  return fresh !== null;
}
