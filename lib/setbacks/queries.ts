import "server-only";
import { type Day, dayOf, startOfDay } from "@/lib/dates";
import { type Place, placeOf } from "@/lib/day-place";
import { commonFeelings } from "@/lib/feelings/rules";
import { isId } from "@/lib/ids";
import { type Column, UNREADABLE } from "@/lib/private-words";
import { beginningOf, saysAll, suggestionsFrom, titleOf, wordsIn } from "@/lib/setbacks/rules";
import { rememberedFields, type SetbackKind } from "@/lib/setbacks/schema";
import { openFeelings, openSetback } from "@/lib/setbacks/sealed";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const SETBACKS_A_PAGE = 20;
const RESTING = 5;

type Row = { id: string; day: Date; kind: SetbackKind | null; closedAt: Date | null; happened: string };

export type SetbackLine = { id: string; day: Day; title: string; excerpt: string; isLetGo: boolean };

const lineOf = ({ id, day, kind, closedAt, happened }: Row): SetbackLine => ({
  id,
  day: dayOf(day),
  title: titleOf(kind),
  excerpt: beginningOf(happened),
  isLetGo: closedAt !== null,
});

// The first page lies before a day that no setback can have.
const BEFORE_ALL = { day: "infinity", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };

/** A page of the viewer's setbacks, the newest day first; `older` is where the next page begins. */
export async function listSetbacks(viewer: Viewer, before: Place | null = null) {
  const { day, id } = before ?? BEFORE_ALL;
  const rows = await viewer.db.$queryRaw<Row[]>`
    select id, day, kind::text as kind, closed_at as "closedAt", happened from setbacks
    where user_id = ${viewer.id}::uuid and deleted_at is null and (day, id) < (${day}::text::date, ${id}::uuid)
    order by day desc, id desc limit ${SETBACKS_A_PAGE + 1}`;
  return pageOf(rows.map((row, at) => (at < SETBACKS_A_PAGE ? openSetback(viewer.words, row) : row)));
}

/** Where else the words about a setback lie: each column, and what its row is known by. */
type Sealed = { column: Column; row: string; text: string };
type Searched = Row & {
  company: string | null;
  role: string | null;
  page: string | null;
  rest: Sealed[] | null;
};

/**
 * A page of those of the viewer's setbacks that hold each of these words, however they are spelled: in what happened,
 * the company, the role, the page to oneself, thoughts that were looked at again, reasons, what was said on looking
 * back, and guided writing. What is sealed is opened to be looked through: one statement, every time.
 */
export async function searchSetbacks(viewer: Viewer, words: string, before: Place | null = null) {
  const { day, id } = before ?? BEFORE_ALL;
  const wanted = wordsIn(words);
  const rows = await viewer.db.$queryRaw<Searched[]>`
    select s.id, s.day, s.kind::text as kind, s.closed_at as "closedAt", s.happened, s.company, s.role, s.page,
      (select json_agg(json_build_object('column', said.place, 'row', said.id, 'text', said.text)) from (
        select 'reframes.thought' as place, r.id, r.thought as text from reframes r
          where r.user_id = s.user_id and r.setback_id = s.id and r.deleted_at is null
        union all select 'reframes.fairer', r.id, r.fairer from reframes r
          where r.user_id = s.user_id and r.setback_id = s.id and r.deleted_at is null
        union all select 'reasons.words', r.id, r.words from reasons r
          where r.user_id = s.user_id and r.setback_id = s.id and r.deleted_at is null
        union all select 'debriefs.went_well', d.setback_id, d.went_well from debriefs d
          where d.user_id = s.user_id and d.setback_id = s.id
        union all select 'debriefs.differently', d.setback_id, d.differently from debriefs d
          where d.user_id = s.user_id and d.setback_id = s.id
        union all select 'writing_sessions.words', w.id, w.words from writing_sessions w
          where w.user_id = s.user_id and w.setback_id = s.id
      ) said where said.text is not null) as rest
    from setbacks s
    where s.user_id = ${viewer.id}::uuid and s.deleted_at is null
      and (s.day, s.id) < (${day}::text::date, ${id}::uuid)
    order by s.day desc, s.id desc`;
  const found: Row[] = [];
  for (const { company, role, page, rest, ...row } of rows) {
    const { id } = row;
    const happened = viewer.words.open("setbacks.happened", id, row.happened);
    // The rest is opened where it is needed: opening is most of what this takes.
    const everything = () => [
      happened,
      viewer.words.open("setbacks.company", id, company),
      viewer.words.open("setbacks.role", id, role),
      viewer.words.open("setbacks.page", id, page),
      ...(rest ?? []).map(({ column, row, text }) => viewer.words.open(column, row, text)),
    ];
    if (saysAll([happened], wanted) || saysAll(everything(), wanted)) found.push({ ...row, happened });
    if (found.length > SETBACKS_A_PAGE) break;
  }
  return pageOf(found);
}

/** A page of these, which are one more where there is another page. */
function pageOf(rows: Row[]) {
  const lines = rows.slice(0, SETBACKS_A_PAGE).map(lineOf);
  const last = lines.at(-1);
  return { setbacks: lines, older: rows.length > lines.length && last ? placeOf(last) : null };
}

export type RestingSetbacks = Awaited<ReturnType<typeof listRestingSetbacks>>;

/** The newest few of the viewer's setbacks, for a place where they are folded away. One statement. */
export async function listRestingSetbacks(viewer: Viewer) {
  const rows = await viewer.db.$queryRaw<Row[]>`
    select id, day, kind::text as kind, closed_at as "closedAt", happened from setbacks
    where user_id = ${viewer.id}::uuid and deleted_at is null
    order by day desc, id desc limit ${RESTING + 1}`;
  const setbacks = rows.slice(0, RESTING).map((row) => lineOf(openSetback(viewer.words, row)));
  return { setbacks, areMore: rows.length > RESTING };
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
      feelings: { select: { word: true, strength: true } },
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

/** Every company that the viewer ever wrote down, also in what they deleted: none of them goes to a circle by its name. */
export async function listCompanies(viewer: Viewer): Promise<string[]> {
  const rows = await viewer.db.setback.findMany({
    where: { userId: viewer.id, company: { not: null } },
    select: { id: true, company: true },
  });
  return [
    ...new Set(rows.flatMap(({ id, company }) => viewer.words.open("setbacks.company", id, company) ?? [])),
  ];
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

/** A row without what does not open: nobody chooses that again. */
const readable = <T extends Record<string, string | null>>(row: T) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value === UNREADABLE ? null : value]),
  ) as { [K in keyof T]: string | null };
