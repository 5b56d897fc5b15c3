import "server-only";
import type { Feeling } from "@/lib/feelings/rules";
import { type PrivateWords, UNREADABLE } from "@/lib/private-words";

const sealed = ["happened", "company", "role", "industry", "stage", "source"] as const;

/** What a member told of a setback, for a `select`. */
export const told = {
  happened: true,
  kind: true,
  company: true,
  role: true,
  industry: true,
  stage: true,
  source: true,
  day: true,
  feelings: { select: { word: true, strength: true } },
} as const;

type Sealed = (typeof sealed)[number];
type Row = { [column in Sealed]?: unknown };

/** A setback's row, its words sealed to the row of this id. */
export const sealSetback = <T extends Row>(words: PrivateWords, id: string, row: T): T =>
  eachOf(row, (column, text) => words.seal(`setbacks.${column}`, id, text));

/** And back: what a member told, each column that does not open for itself. */
export const openSetback = <T extends Row & { id: string }>(words: PrivateWords, row: T): T =>
  eachOf(row, (column, stored) => words.open(`setbacks.${column}`, row.id, stored));

/** What a setback felt like, the strongest first. Ordered here: sealed words have no order. */
export const openFeelings = (words: PrivateWords, setbackId: string, rows: Feeling[]): Feeling[] =>
  rows
    .map(({ word, strength }) => ({ word: words.open("feelings.word", setbackId, word), strength }))
    .sort((a, b) => b.strength - a.strength || a.word.localeCompare(b.word, "en"));

/** Whether everything that was told opened. An employer's name that did not could not be masked, for one. */
export const isWhole = (setback: Row & { feelings: Feeling[] }): boolean =>
  [...sealed.map((column) => setback[column]), ...setback.feelings.map(({ word }) => word)].every(
    (text) => text !== UNREADABLE,
  );

function eachOf<T extends Row>(row: T, change: (column: Sealed, text: string) => string): T {
  const changed: Row = {};
  for (const column of sealed) {
    const text = row[column];
    if (typeof text === "string") changed[column] = change(column, text);
  }
  return { ...row, ...changed };
}
