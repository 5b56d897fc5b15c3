import "server-only";
import { setImmediate as everybodyElse } from "node:timers/promises";
import type { Route } from "next";
import { type Day, dayOf } from "@/lib/dates";
import { BEFORE_ALL, type Place, placeOf } from "@/lib/day-place";
import { saysAll, wordsIn } from "@/lib/finding/rules";
import {
  asItLies,
  columnsOf,
  elsewhere,
  looseRowsOf,
  rowsOf,
  type Table,
  tied,
  whereFound,
  wordsOf,
} from "@/lib/finding/where-words-lie";
import { Prisma } from "@/lib/generated/client";
import {
  SETBACKS_A_PAGE as A_PAGE,
  beginningOf,
  type ListedRow,
  lineOf,
  type SetbackLine,
} from "@/lib/setbacks/rules";
import type { Viewer } from "@/lib/viewer";

/** So many setbacks are read at once, with all that belongs to them. */
const AT_ONCE = 50;
/** So many characters are opened before everybody else whom this process serves has a turn, for some 10 ms. */
const A_TURN = 200_000;
/** So many characters, as they lie, are looked through for one page: a second or so. The page says where it stopped. */
const A_LOOK = 10_000_000;
/** So many rows that belong to no setback are looked through, the newest. The page says so where there are more. */
const NEWEST = 1000;

/** A row with words in it, as it lies. */
type Lying<T extends Table = Table> = {
  table: T;
  id: string;
  setbackId: string | null;
  texts: (string | null)[];
};

/** A text that was opened, and where it lay. */
type Opened = { where: string; text: string };

/** Opens row after row and looks for these words, and lets everybody else have a turn now and then. */
function reader(viewer: Viewer, wanted: string[]) {
  let [looked, turn] = [0, 0];
  const after = async (characters: number) => {
    turn += characters;
    if (turn < A_TURN) return;
    turn = 0;
    await everybodyElse();
  };
  return {
    /** How many characters were opened so far. */
    looked: () => looked,
    async open({ table, id, texts }: Lying): Promise<Opened[]> {
      const opened: Opened[] = [];
      for (const [at, column] of columnsOf(table).entries()) {
        const text = texts[at];
        if (!text) continue;
        looked += text.length;
        await after(text.length);
        const words = wordsOf(column, viewer.words.open(column, id, text));
        opened.push({ where: whereFound[column] ?? "", text: words });
      }
      return opened;
    },
    /** Whether each of the words stands somewhere in these. */
    async say(opened: Opened[]): Promise<boolean> {
      const texts = opened.map(({ text }) => text);
      await after(texts.reduce((sum, text) => sum + text.length, 0));
      return saysAll(texts, wanted);
    },
  };
}

/** The texts that hold one of these words. */
const holding = (texts: Opened[], wanted: string[]): Opened[] =>
  texts.filter(({ text }) => wanted.some((word) => saysAll([text], [word])));

export type FoundSetbacks = {
  setbacks: SetbackLine[];
  /** Where the next page begins. */
  older: string | null;
  /** The day back to which was looked, where the page ends before it is full and not everything was looked through. */
  lookedBackTo: Day | null;
};

/**
 * A page of those of the viewer's setbacks that hold each of these words, however they are spelled: in themselves, or
 * in whatever belongs to them. What is sealed is opened to be looked through. Two statements for each `AT_ONCE`.
 *
 * @param atMost so many characters are looked through, and the rest of `AT_ONCE` setbacks.
 */
export async function searchSetbacks(
  viewer: Viewer,
  words: string,
  before: Place | null = null,
  atMost = A_LOOK,
): Promise<FoundSetbacks> {
  const wanted = wordsIn(words);
  const { open, say, looked } = reader(viewer, wanted);
  const found: SetbackLine[] = [];
  for (let place = before; ; ) {
    const rows = await readSetbacks(viewer, place);
    const told = new Map<string, Opened[]>();
    const saying = new Set<string>();
    for (const row of rows) {
      const own = await open(row);
      told.set(row.id, own);
      if (await say(own)) saying.add(row.id);
    }
    // What belongs to a setback is read where it is needed.
    const silent = rows.map(({ id }) => id).filter((id) => !saying.has(id));
    for (const row of await readTied(viewer, silent))
      told.get(row.setbackId ?? "")?.push(...(await open(row)));
    for (const { texts, ...row } of rows) {
      const all = told.get(row.id) ?? [];
      if (!saying.has(row.id) && !(await say(all))) continue;
      const happened = viewer.words.open("setbacks.happened", row.id, texts[0] ?? "");
      const foundIn = saysAll([happened], wanted)
        ? []
        : [...new Set(holding(all, wanted).map(({ where }) => where))];
      found.push(lineOf({ ...row, happened }, foundIn));
      if (found.length > A_PAGE) break;
    }
    const setbacks = found.slice(0, A_PAGE);
    const lastShown = setbacks.at(-1);
    if (found.length > A_PAGE && lastShown)
      return { setbacks, older: placeOf(lastShown), lookedBackTo: null };
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return { setbacks, older: null, lookedBackTo: null };
    place = { day: dayOf(last.day), id: last.id };
    if (looked() >= atMost) return { setbacks, older: placeOf(place), lookedBackTo: place.day };
  }
}

/** The viewer's next setbacks before a place, the newest day first, as they lie. */
function readSetbacks(viewer: Viewer, before: Place | null) {
  const { day, id } = before ?? BEFORE_ALL;
  return viewer.db.$queryRaw<(Lying<"setbacks"> & Omit<ListedRow, "happened">)[]>`
    select ${asItLies("setbacks")}, day, kind::text as kind, closed_at as "closedAt" from setbacks
    where user_id = ${viewer.id}::uuid and deleted_at is null and (day, id) < (${day}::text::date, ${id}::uuid)
    order by day desc, id desc limit ${AT_ONCE}`;
}

/** Whatever belongs to these setbacks, as it lies, in the order in which it was written. */
async function readTied(viewer: Viewer, setbackIds: string[]): Promise<Lying[]> {
  if (setbackIds.length === 0) return [];
  const ofThese = tied.map(
    (table) => Prisma.sql`${rowsOf(viewer, table)} and setback_id = any(${setbackIds}::uuid[])`,
  );
  return viewer.db.$queryRaw<Lying[]>`${Prisma.join(ofThese, " union all ")} order by id`;
}

export type FoundElsewhere = Awaited<ReturnType<typeof searchElsewhere>>;

/**
 * What else the viewer wrote that holds each of these words, the newest first: whatever belongs to no setback. One
 * statement.
 *
 * @param newest so many rows are looked through.
 * @returns `areMore` where more is found than one page shows, `onlyNewest` where not all was looked through.
 */
export async function searchElsewhere(viewer: Viewer, words: string, newest = NEWEST) {
  const wanted = wordsIn(words);
  const { open, say } = reader(viewer, wanted);
  const tables = Object.keys(elsewhere) as (keyof typeof elsewhere)[];
  const loose = tables.map((table) => looseRowsOf(viewer, table));
  const rows = await viewer.db.$queryRaw<Lying<keyof typeof elsewhere>[]>`
    ${Prisma.join(loose, " union all ")} order by id desc limit ${newest + 1}`;
  const found: { id: string; href: Route; where: string; excerpt: string }[] = [];
  for (const row of rows.slice(0, newest)) {
    const texts = await open(row);
    const [first] = (await say(texts)) ? holding(texts, wanted) : [];
    if (first)
      found.push({
        id: row.id,
        href: elsewhere[row.table](row.id),
        where: first.where,
        excerpt: beginningOf(first.text),
      });
    if (found.length > A_PAGE) break;
  }
  const areMore = found.length > A_PAGE;
  return {
    found: found.slice(0, A_PAGE),
    areMore,
    onlyNewest: !areMore && rows.length > newest ? newest : null,
  };
}
