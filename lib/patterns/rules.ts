import { type Day, monthsUpTo } from "@/lib/dates";
import type { ReasonWhose } from "@/lib/generated/enums";
import { type SetbackKind, setbackKinds } from "@/lib/setbacks/schema";
import { wilson } from "@/lib/wilson";

/*
 * Patterns are counts of what a member wrote, and nothing else: no score, and nobody to be compared with. What is not
 * said is not counted, and what was let go is counted against nobody. A share is said with the interval in which it
 * most likely lies, and from ten cases on; fewer are too few to tell.
 *
 * How the page ends is in closing.ts.
 */

/** Fewer cases than this are too few to tell. */
export const ENOUGH = 10;

/** So many roles, industries or sources are named; the rest are others. */
const NAMED = 5;

export type Setback = {
  id: string;
  kind: SetbackKind | null;
  day: Day;
  role: string | null;
  industry: string | null;
  source: string | null;
};

/** Why a setback happened. `whose` is empty until it is sorted. */
export type Reason = { setbackId: string; whose: ReasonWhose | null; letGo: boolean };

/** How strong a feeling was before a reframe and after it. */
export type Felt = { reframeId: string; day: Day; before: number; after: number };

export type Share = {
  key: string;
  label: string;
  count: number;
  interval: ReturnType<typeof intervalOf>;
};

/** How the cases that say something are spread over what they say. */
export type Shares = { cases: number; rows: Share[] };

/** The others, who have no name of their own. */
export const OTHERS = "others";

function sharesOf(rows: { key: string; label: string; count: number }[]): Shares {
  const cases = rows.reduce((sum, { count }) => sum + count, 0);
  return { cases, rows: rows.map((row) => ({ ...row, interval: intervalOf(row.count, cases) })) };
}

/** Where a share most likely lies; null where there are too few to tell. */
export const intervalOf = (count: number, cases: number) => (cases < ENOUGH ? null : wilson(count, cases));

const places: Record<SetbackKind, string> = {
  after_applying: "After applying",
  after_screening: "After a screening",
  after_interview: "After an interview",
  final_round: "After the final round",
  silence: "Silence",
  offer_withdrawn: "An offer withdrawn",
  laid_off: "Laid off",
  passed_over: "Passed over",
};

/** How far setbacks got, in the order of the way; only the places that they got to. */
export const byKind = (setbacks: Pick<Setback, "kind">[]): Shares =>
  sharesOf(
    setbackKinds
      .map((kind) => ({
        key: kind,
        label: places[kind],
        count: setbacks.filter((setback) => setback.kind === kind).length,
      }))
      .filter(({ count }) => count > 0),
  );

/**
 * The words that setbacks name most in one field, whatever their case, spelled as the first of them is; then all
 * others. In the order of the alphabet: none of them is better than another.
 *
 * @param setbacks the newest first.
 */
export function byWord(setbacks: Setback[], field: "role" | "industry" | "source"): Shares {
  const found = new Map<string, { key: string; label: string; count: number }>();
  for (const setback of setbacks) {
    const label = setback[field];
    if (!label) continue;
    const key = `=${label.toLowerCase()}`;
    const row = found.get(key) ?? { key, label, count: 0 };
    found.set(key, { ...row, count: row.count + 1 });
  }
  const alike = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);
  const all = [...found.values()].sort((one, other) => other.count - one.count || alike(one, other));
  const rest = all.slice(NAMED).reduce((sum, { count }) => sum + count, 0);
  const others = { key: OTHERS, label: `${all.length - NAMED} others`, count: rest };
  return sharesOf([...all.slice(0, NAMED).sort(alike), ...(rest > 0 ? [others] : [])]);
}

const whoseWords: Record<ReasonWhose, string> = { mine: "Mine", theirs: "Theirs", chance: "Chance" };

/** Whose reasons were, of those that are sorted and not let go. */
export function byWhose(reasons: Reason[]): Shares {
  const counted = reasons.filter(({ letGo }) => !letGo);
  return sharesOf(
    (["mine", "theirs", "chance"] as const).map((whose) => ({
      key: whose,
      label: whoseWords[whose],
      count: counted.filter((reason) => reason.whose === whose).length,
    })),
  );
}

/**
 * Whether only reasons of the member's own are left, since others were let go. A picture of that would say that all of
 * it was theirs, so that letting go would count against them: none is drawn.
 */
const isMineAlone = (reasons: Reason[]): boolean =>
  reasons.every(({ whose, letGo }) => letGo || whose === null || whose === "mine") &&
  reasons.some(({ whose, letGo }) => letGo && (whose === "theirs" || whose === "chance"));

/**
 * How many setbacks have a reason that is their member's own, and was not let go. From two on, such reasons come back.
 */
export const setbacksOfMine = (reasons: Reason[]): number =>
  new Set(reasons.filter(({ whose, letGo }) => whose === "mine" && !letGo).map((reason) => reason.setbackId))
    .size;

export const comeBack = (setbacksOfMine: number): boolean => setbacksOfMine >= 2;

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`;

export type MonthCount = { month: Day; count: number };

export const byMonth = (setbacks: Pick<Setback, "day">[], today: Day): MonthCount[] =>
  monthsUpTo(today).map((month) => ({
    month,
    count: setbacks.filter(({ day }) => monthOf(day) === month).length,
  }));

/** What a month's reframes changed: how strong feelings were on average, from 0 to 10; null without reframes. */
export type MonthFelt = { month: Day; reframes: number; before: number | null; after: number | null };

export type Feelings = {
  months: MonthFelt[];
  /** Reframes of these months after which the feelings were less strong, on average. */
  lessStrong: number;
  reframes: number;
  interval: Share["interval"];
};

/** Feelings before and after reframes. Each reframe counts once, however many feelings it has. */
export function byReframe(felt: Felt[], today: Day): Feelings {
  const byId = new Map<string, Felt[]>();
  for (const one of felt) byId.set(one.reframeId, [...(byId.get(one.reframeId) ?? []), one]);
  const reframes = [...byId.values()].map((feelings) => ({
    month: monthOf(feelings[0]?.day ?? today),
    before: mean(feelings.map(({ before }) => before)) ?? 0,
    after: mean(feelings.map(({ after }) => after)) ?? 0,
  }));
  const months = monthsUpTo(today);
  const shown = reframes.filter(({ month }) => months.includes(month));
  const lessStrong = shown.filter(({ before, after }) => after < before).length;
  return {
    months: months.map((month) => {
      const of = shown.filter((reframe) => reframe.month === month);
      return {
        month,
        reframes: of.length,
        before: mean(of.map(({ before }) => before)),
        after: mean(of.map(({ after }) => after)),
      };
    }),
    lessStrong,
    reframes: shown.length,
    interval: intervalOf(lessStrong, shown.length),
  };
}

const mean = (numbers: number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

export type Patterns = ReturnType<typeof patternsIn>;

/** Everything that the page draws. `setbacks` are the newest first. */
export function patternsIn(
  { setbacks, reasons, felt }: { setbacks: Setback[]; reasons: Reason[]; felt: Felt[] },
  today: Day,
) {
  return {
    setbacks: setbacks.length,
    kinds: byKind(setbacks),
    months: byMonth(setbacks, today),
    roles: byWord(setbacks, "role"),
    industries: byWord(setbacks, "industry"),
    sources: byWord(setbacks, "source"),
    whose: byWhose(reasons),
    isMineAlone: isMineAlone(reasons),
    ofMine: setbacksOfMine(reasons),
    feelings: byReframe(felt, today),
  };
}
