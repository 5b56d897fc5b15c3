import { sayMonth } from "@/lib/dates";
import type { Observation } from "@/lib/patterns/closing";
import {
  ENOUGH,
  type Feelings,
  type MonthCount,
  OTHERS,
  type Share,
  type Shares,
} from "@/lib/patterns/rules";
import type { SetbackKind } from "@/lib/setbacks/schema";

/* What the pictures show, in words: what was counted, how sure that is, and never what ought to be. */

const NUMBERS = "No one two three four five six seven eight nine ten eleven twelve".split(" ");

/** "four", "40" */
const sayNumber = (number: number): string =>
  number === 0 ? "none" : (NUMBERS[number] ?? number.toLocaleString("en"));

/** The same at the beginning of a sentence: "Four", "No". */
const beginWith = (number: number): string => {
  const said = NUMBERS[number] ?? number.toLocaleString("en");
  return said.charAt(0).toUpperCase() + said.slice(1);
};

const counted = (count: number, one: string, many: string): string =>
  `${beginWith(count)} ${count === 1 ? one : many}`;

const sayPercent = (share: number): string => `${Math.round(share * 100)}%`;

export const sayShare = (count: number, cases: number): string => sayPercent(count / cases);

/** "32% to 81%" */
export const sayInterval = ({ low, high }: NonNullable<Share["interval"]>): string =>
  `${sayPercent(low)} to ${sayPercent(high)}`;

const mostLikely = ({ low, high }: NonNullable<Share["interval"]>): string =>
  `most likely between ${sayPercent(low)} and ${sayPercent(high)}`;

const TOO_FEW = `Too few to tell: under ${ENOUGH} cases, a share says little.`;

/** What each picture of shares is about: "setback names a role", "setbacks name a role". */
type About = { one: string; many: string };

export function sayShares({ cases, rows }: Shares, { one, many }: About): string {
  const said = `${counted(cases, one, many)}.`;
  const named = rows.filter(({ key }) => key !== OTHERS);
  const most = Math.max(...named.map(({ count }) => count));
  const [first, ...more] = named.filter(({ count }) => count === most);
  if (!first?.interval) return `${said} ${TOO_FEW}`;
  if (more.length > 0) return `${said} None of it stands out.`;
  return `${said} Most often: ${first.label}, ${first.count} of ${cases}. As a share, that is ${mostLikely(first.interval)}.`;
}

export function sayMonths(months: MonthCount[]): string {
  const counts = months.map(({ count }) => count);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const said = `${counted(all, "setback", "setbacks")} from ${sayMonth(months[0]?.month ?? "")} to ${sayMonth(months.at(-1)?.month ?? "")}`;
  if (all < ENOUGH) return `${said}. Too few to tell more.`;
  return `${said}: between ${sayNumber(Math.min(...counts))} and ${sayNumber(Math.max(...counts))} a month.`;
}

export function sayFeelings({ reframes, lessStrong, interval }: Feelings): string {
  const said = counted(
    reframes,
    "reframe notes feelings before and after",
    "reframes note feelings before and after",
  );
  if (!interval) return `${said}. ${TOO_FEW}`;
  return `${said}. After ${sayNumber(lessStrong)} of them they were less strong on average. As a share, that is ${mostLikely(interval)}.`;
}

/** "6.5" */
export const sayStrength = (strength: number | null): string =>
  strength === null ? "–" : String(Math.round(strength * 10) / 10);

const ended: Record<SetbackKind, string> = {
  after_applying: "stopped after applying",
  after_screening: "stopped after the first screening",
  after_interview: "stopped after an interview",
  final_round: "stopped after the final round",
  silence: "ended in silence",
  offer_withdrawn: "ended with an offer taken back",
  laid_off: "were a layoff",
  passed_over: "were about being passed over",
};

/** "Four of six stopped after the first screening." And how sure that is. */
export function sayObservation(observation: Observation): string {
  if (observation.about === "mine") {
    return `${counted(observation.count, "setback", "setbacks")} of yours have a reason that you called your own.`;
  }
  const { count, cases, interval } = observation;
  const what = observation.about === "kind" ? ended[observation.kind] : "reasons were not yours";
  const how = interval ? `As a share, that is ${mostLikely(interval)}.` : "That is too few to tell more.";
  return `${beginWith(count)} of ${sayNumber(cases)} ${what}. ${how}`;
}

/** What stands between the observation and the offer, which can be left. */
export const beforeOffer: Record<Observation["about"], string> = {
  kind: "That says where it happened, and nothing about you. If you like, one small thing:",
  mine: "What is in your hands can become something small. If you like:",
  "not mine": "What is not yours, you need not carry. If you like:",
};
