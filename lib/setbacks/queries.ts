import "server-only";
import { dayOf } from "@/lib/dates";
import { BEFORE_ALL, type Place, placeOf } from "@/lib/day-place";
import { commonFeelings } from "@/lib/feelings/rules";
import { isId } from "@/lib/ids";
import { isFirstDay } from "@/lib/phases/rules";
import { UNREADABLE } from "@/lib/private-words";
import { type ListedRow, lineOf, SETBACKS_A_PAGE, suggestionsFrom, titleOf } from "@/lib/setbacks/rules";
import { rememberedFields } from "@/lib/setbacks/schema";
import { openFeelings, openSetback, told } from "@/lib/setbacks/sealed";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

/** A page of the viewer's setbacks, the newest day first; `older` is where the next page begins. */
export async function listSetbacks(viewer: Viewer, before: Place | null = null) {
  const { day, id } = before ?? BEFORE_ALL;
  const rows = await viewer.db.$queryRaw<ListedRow[]>`
    select id, day, kind::text as kind, closed_at as "closedAt", happened from setbacks
    where user_id = ${viewer.id}::uuid and deleted_at is null and (day, id) < (${day}::text::date, ${id}::uuid)
    order by day desc, id desc limit ${SETBACKS_A_PAGE + 1}`;
  return pageOf(rows.map((row, at) => (at < SETBACKS_A_PAGE ? openSetback(viewer.words, row) : row)));
}

/** A page of these, which are one more where there is another page. */
function pageOf(rows: ListedRow[]) {
  const lines = rows.slice(0, SETBACKS_A_PAGE).map((row) => lineOf(row));
  const last = lines.at(-1);
  return { setbacks: lines, older: rows.length > lines.length && last ? placeOf(last) : null };
}

export type SetbackView = NonNullable<Awaited<ReturnType<typeof findSetback>>>;

/** One of the viewer's setbacks with its feelings, the strongest first; null when it is not theirs or deleted. */
export async function findSetback(viewer: Viewer, id: string) {
  if (!isId(id)) return null;
  const setback = await viewer.db.setback.findFirst({
    where: { userId: viewer.id, id, deletedAt: null },
    select: {
      id: true,
      ...told,
      createdAt: true,
      phase: true,
      page: true,
      closedAt: true,
      farewell: true,
    },
    relationLoadStrategy: "join",
  });
  if (!setback) return null;
  const { words } = viewer;
  return {
    ...openSetback(words, setback),
    page: words.open("setbacks.page", id, setback.page),
    farewell: words.open("setbacks.farewell", id, setback.farewell),
    day: dayOf(setback.day),
    title: titleOf(setback.kind),
    feelings: openFeelings(words, setback.id, setback.feelings),
  };
}

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
      id: true,
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
  const remembered = rows.map(({ feelings: _, ...row }) => readable(openSetback(viewer.words, row)));
  const felt = rows.flatMap(({ id, feelings }) =>
    feelings.map(({ word }) => readable({ word: viewer.words.open("feelings.word", id, word) })),
  );
  const [company, role, industry, stage, source] = rememberedFields.map((field) =>
    suggestionsFrom(remembered, field),
  ) as [string[], string[], string[], string[], string[]];
  const own = suggestionsFrom(felt, "word", 30).filter(
    (word) => !commonFeelings.some((common) => common === word.toLowerCase()),
  );
  return { company, role, industry, stage, source, feelings: [...commonFeelings, ...own.slice(0, 6)] };
}

/**
 * Every company of the viewer's setbacks, also of those that they deleted, until these are cleared away for good a
 * month later: none of them goes to a circle by its name.
 */
export async function listCompanies(viewer: Viewer): Promise<string[]> {
  const rows = await viewer.db.setback.findMany({
    where: { userId: viewer.id, company: { not: null } },
    select: { id: true, company: true },
  });
  return [
    ...new Set(rows.flatMap(({ id, company }) => viewer.words.open("setbacks.company", id, company) ?? [])),
  ];
}

/**
 * Whether the viewer wrote a setback down today, where they live: then nobody asks for reasons or lessons, of this
 * one or of any other. One that they let go of meanwhile counts as before, since it is no less of today; one that
 * they deleted does not, until it is brought back.
 */
export async function hasFreshSetback(viewer: Viewer): Promise<boolean> {
  const newest = await viewer.db.setback.findFirst({
    where: { userId: viewer.id, deletedAt: null },
    select: { createdAt: true },
    orderBy: { createdAt: "desc" },
  });
  return newest !== null && isFirstDay(newest.createdAt, viewer.today, viewer.timeZone);
}

/** A row without what does not open: nobody chooses that again. */
const readable = <T extends Record<string, string | null>>(row: T) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value === UNREADABLE ? null : value]),
  ) as { [K in keyof T]: string | null };
