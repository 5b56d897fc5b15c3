import "server-only";
import { setImmediate as everybodyElse } from "node:timers/promises";
import type { Route } from "next";
import { type Day, dayOf } from "@/lib/dates";
import { BEFORE_ALL, type Place, placeOf } from "@/lib/day-place";
import { type Lying, readLoose, readSetbacks, readTied } from "@/lib/finding/read-pieces";
import { allOf, fewestThatSay, fromAWord, wordsIn, wordsSaid } from "@/lib/finding/rules";
import { columnsOf, elsewhere, inALine, openWords, whereFound } from "@/lib/finding/where-words-lie";
import {
  SETBACKS_A_PAGE as A_PAGE,
  beginningOf,
  type ListedRow,
  lineOf,
  type SetbackLine,
} from "@/lib/setbacks/rules";
import type { Viewer } from "@/lib/viewer";

/** So many setbacks are read at once. */
const AT_ONCE = 50;
/** So many characters are opened before everybody else whom this process serves has a turn, for some 10 ms. */
const A_TURN = 200_000;
/** So many characters, as they lie, are looked through for one page: a second or so. The page says where it stopped. */
const A_LOOK = 10_000_000;
/**
 * So long it is looked, in milliseconds, where the machine is busy: a page waits for two looks, and for 4 s at most.
 */
const A_WHILE = 1_300;
/** So many rows that belong to no setback are looked through, the newest. The page says so where there are more. */
const NEWEST = 1000;

/** Opens row after row and looks for these words, and lets everybody else have a turn now and then. */
function reader(viewer: Viewer, wanted: string[], atMost: number) {
  let [looked, turn] = [0, 0];
  const began = performance.now();
  return {
    isEnough: () => looked >= atMost || performance.now() - began > A_WHILE,
    /** Tells of each text that says one of the words or more. Nothing else of it is kept. */
    async lookIn({ table, id, texts }: Lying, tell: (found: Found) => void): Promise<void> {
      for (const [at, column] of columnsOf(table).entries()) {
        const lying = texts[at];
        if (!lying) continue;
        const text = openWords(viewer, column, id, lying);
        const { said, length } = wordsSaid(text, wanted);
        const effort = Math.max(lying.length, length);
        if (said) tell({ where: whereFound[column] ?? "", said, text });
        looked += effort;
        turn += effort;
        if (turn < A_TURN) continue;
        turn = 0;
        await everybodyElse();
      }
    },
  };
}

/** A text in which some of the words were found. */
type Found = { where: string; said: number; text: string };

/** What was found of one setback: in which places, and which words. */
function findings(all: number) {
  const places = new Map<string, number>();
  let found = 0;
  return {
    add({ where, said }: Found) {
      places.set(where, (places.get(where) ?? 0) | said);
      found |= said;
    },
    isWhole: () => found === all,
    saysAllIn: (place: string | null) => places.get(place ?? "") === all,
    /** Each place that says all of the words; where none does, the fewest that do together. */
    where(): string[] {
      const alone = [...places].filter(([, said]) => said === all).map(([place]) => place);
      return alone.length > 0 ? alone : fewestThatSay(all, places);
    },
  };
}

export type FoundSetbacks = {
  setbacks: SetbackLine[];
  /** Where the next page begins. */
  older: string | null;
  /** The day back to which was looked, where the page ends before it is full and not everything was looked through. */
  lookedBackTo: Day | null;
  /** The day of a setback to which so much belongs that not all of it was looked through. */
  notAllOf: Day | null;
};

const NOTHING: FoundSetbacks = { setbacks: [], older: null, lookedBackTo: null, notAllOf: null };

type Row = Lying<"setbacks"> & Omit<ListedRow, "happened">;

/**
 * A page of those of the viewer's setbacks that hold each of these words, however they are spelled: in themselves, or
 * in whatever belongs to them. What is sealed is opened to be looked through, piece by piece, and let go of again.
 *
 * @param atMost so many characters are looked through, and what was read with them.
 */
export async function searchSetbacks(
  viewer: Viewer,
  words: string,
  before: Place | null = null,
  atMost = A_LOOK,
): Promise<FoundSetbacks> {
  const wanted = wordsIn(words);
  if (wanted.length === 0) return NOTHING;
  const all = allOf(wanted);
  const { lookIn, isEnough } = reader(viewer, wanted, atMost);
  const found: SetbackLine[] = [];
  const first = before ?? BEFORE_ALL;
  for (let place = first; ; ) {
    const { rows, more } = await readSetbacks<Row>(viewer, place, AT_ONCE);
    const told = new Map<string, ReturnType<typeof findings>>();
    for (const row of rows) {
      const own = findings(all);
      told.set(row.id, own);
      await lookIn(row, own.add);
    }
    // What belongs to a setback is read where it is needed.
    const silent = rows.map(({ id }) => id).filter((id) => !told.get(id)?.isWhole());
    // The first of them that was not looked through to its end.
    let brokenOff: string | null = null;
    for await (const piece of readTied(viewer, silent)) {
      for (const row of piece.rows) await lookIn(row, (one) => told.get(row.setbackId ?? "")?.add(one));
      if (!piece.more || !isEnough()) continue;
      brokenOff = piece.nextSetbackId;
      break;
    }
    // One that alone is too much would be so again: the page goes on after it, and says so.
    const isTooMuch = place === first && brokenOff !== null && brokenOff === rows[0]?.id;
    const until = rows.findIndex(({ id }) => id === brokenOff);
    const whole = brokenOff === null ? rows : rows.slice(0, isTooMuch ? 1 : until);
    for (const { texts, ...row } of whole) {
      const own = told.get(row.id);
      if (!own?.isWhole()) continue;
      const happened = viewer.words.open("setbacks.happened", row.id, texts[0] ?? "");
      const isThere = own.saysAllIn(whereFound["setbacks.happened"]);
      const beginning = isThere ? fromAWord(happened, wanted) : happened;
      found.push(lineOf({ ...row, happened: beginning }, isThere ? [] : own.where()));
      if (found.length > A_PAGE) break;
    }
    const setbacks = found.slice(0, A_PAGE);
    const lastShown = setbacks.at(-1);
    if (found.length > A_PAGE && lastShown) return { ...NOTHING, setbacks, older: placeOf(lastShown) };
    const last = whole.at(-1);
    if (last) place = { day: dayOf(last.day), id: last.id };
    const notAllOf = isTooMuch ? place.day : null;
    if (!more && whole.length === rows.length) return { ...NOTHING, setbacks, notAllOf };
    if (isEnough()) return { setbacks, older: placeOf(place), lookedBackTo: place.day, notAllOf };
  }
}

export type FoundElsewhere = Awaited<ReturnType<typeof searchElsewhere>>;

/**
 * What else the viewer wrote that holds each of these words, the newest first: whatever belongs to no setback.
 *
 * @param newest so many rows are looked through.
 * @param atMost so many characters are looked through, and what was read with them.
 * @returns `areMore` where more is found than one page shows, `onlyNewest` how many rows were looked through, where
 * that was not all.
 */
export async function searchElsewhere(viewer: Viewer, words: string, newest = NEWEST, atMost = A_LOOK) {
  const found: { id: string; href: Route; where: string; excerpt: string }[] = [];
  const answer = (onlyNewest: number | null) => {
    const areMore = found.length > A_PAGE;
    return { found: found.slice(0, A_PAGE), areMore, onlyNewest: areMore ? null : onlyNewest };
  };
  const wanted = wordsIn(words);
  if (wanted.length === 0) return answer(null);
  const all = allOf(wanted);
  const { lookIn, isEnough } = reader(viewer, wanted, atMost);
  let rows = 0;
  for await (const piece of readLoose(viewer)) {
    for (const row of piece.rows) {
      if (rows === newest) return answer(newest);
      rows++;
      const own = findings(all);
      const texts: Found[] = [];
      await lookIn(row, (one) => {
        own.add(one);
        texts.push(one);
      });
      const best = texts.find(({ said }) => said === all) ?? texts[0];
      if (!best || !own.isWhole()) continue;
      found.push({
        id: row.id,
        href: elsewhere[row.table](row.id),
        where: best.where,
        excerpt: beginningOf(fromAWord(inALine(best.text), wanted)),
      });
      if (found.length > A_PAGE) return answer(null);
    }
    if (piece.more && isEnough()) return answer(rows);
  }
  return answer(null);
}
