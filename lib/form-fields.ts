import { z } from "zod";

/**
 * What was sent, by the field's name: everything a form may carry except files and Next's own fields.
 * Postgres keeps neither NUL nor half of a surrogate pair, so neither gets further than this.
 */
export function valuesIn(data: FormData): Record<string, string[]> {
  // Not an object yet: a field may be called "__proto__".
  const values = new Map<string, string[]>();
  for (const [field, value] of data) {
    if (field.startsWith("$ACTION") || typeof value !== "string") continue;
    const name = keepable(field);
    const clean = keepable(value).replace(/\r\n?/g, "\n");
    values.set(name, [...(values.get(name) ?? []), clean]);
  }
  return Object.fromEntries(values);
}

const keepable = (text: string) => text.toWellFormed().replaceAll("\0", "");

/** One text for a field that was sent once, a list for one sent several times: what a schema is given. */
export const forSchema = (values: Record<string, string[]>): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(values).map(([name, all]) => [name, all.length === 1 ? (all[0] ?? "") : all]),
  );

/**
 * Something that can be seen: not white space, not a character that only joins or directs others, not an empty cell.
 */
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether anybody would see that something is written there. */
export const canBeSeen = (text: string): boolean => VISIBLE.test(text);

/** What was written, if anything can be seen of it. */
const seenOrNull = (text: string): string | null => (canBeSeen(text) ? text : null);

const inOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** One line that must be there. `ask` says kindly what is missing. */
export const line = (ask: string, max = 200) =>
  z
    .string(ask)
    .transform(inOneLine)
    .pipe(z.string().refine(canBeSeen, ask).max(max, tooLong(max)));

/** One line that may be left empty; empty becomes null. */
export const optionalLine = (max = 200) =>
  z
    .string()
    .default("")
    .transform(inOneLine)
    .pipe(z.string().max(max, tooLong(max)))
    .transform(seenOrNull);

/** Words in as many lines as they need. */
export const words = (ask: string, max = 10_000) =>
  z.string(ask).trim().refine(canBeSeen, ask).max(max, tooLong(max));

/**
 * Words that may be left out: empty, or not sent at all, becomes null. White space at both ends is trimmed, lines stay.
 *
 * @param max in characters, after trimming.
 */
export const optionalWords = (max = 10_000) => wordsIfAsked(max).transform((text) => text ?? null);

/**
 * The same for words that not every form asks for: left empty they become null, not sent at all they stay undefined.
 */
export const wordsIfAsked = (max = 10_000) =>
  z.string().trim().max(max, tooLong(max)).transform(seenOrNull).optional();

const tooLong = (max: number) =>
  `That is longer than ${max.toLocaleString("en")} characters. Please make it a little shorter.`;

/** A choice that may be left open: an empty field becomes null. */
export const optionalChoice = <const T extends readonly [string, ...string[]]>(choices: T) =>
  z
    .union([z.literal("").transform(() => null), z.enum(choices)], "Please choose one of these.")
    .optional()
    .transform((choice) => choice ?? null);

/** A field that may be left empty, or not be sent at all: then it is null. `ask` says what it takes. */
export const ifGiven = <T extends z.ZodType>(field: T, ask: string) =>
  z
    .union([z.literal("").transform(() => null), field], ask)
    .optional()
    .transform((given) => given ?? null);

/** A tick box: there or not. */
export const tick = z.literal(["on", "true", "yes"]).optional().transform(Boolean);

/** Every value of a field that may be sent any number of times. */
export const several = <T extends z.ZodType>(each: T, most = 50) =>
  z.preprocess(
    (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
    z.array(each).max(most, `At most ${most} of these, please.`),
  );

/** A calendar day that exists, "2026-11-22". */
export const day = z.iso
  .date("Please give a day, like 2026-11-22.")
  .refine((text) => text >= "1950-01-01" && text <= "2200-01-01", "Please give a day nearer to today.");

/** Names the form that a draft belongs to: its kind, and the row that it is about. */
export const draftKey = z.string().regex(/^[a-z-]{1,24}(:[0-9a-f-]{36})?$/);

/** When a form's words were typed last, in milliseconds by the browser's clock. */
export const typedAt = z.coerce.number().int().positive().max(8e12);

const OUT_OF_DATE = "This form is out of date. Please reload the page; your words are kept.";

/** The id that a form minted for the row it makes. */
export const mintedId = z.uuidv7(OUT_OF_DATE);

/** The id of a row that a form is about. Nobody types it, so a wrong one is the form's fault and not its sender's. */
export const rowId = z.uuid(OUT_OF_DATE);
