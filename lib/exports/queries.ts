import "server-only";
import type { Yours } from "@/lib/exports/what-is-yours";
import { type BytesColumn, type Column, type PrivateWords, sealedColumns } from "@/lib/private-words";
import { openForModerators } from "@/lib/reports/sealed";
import type { Viewer } from "@/lib/viewer";

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Row = { [name: string]: Json };

/** How many rows are read, and lie in memory, at a time. */
export const AT_ONCE = 500;

/** Some of the viewer's own rows, opened; `after` is the key of the last of those before, as this said it. */
export async function listYours(viewer: Viewer, { table, owner, ...more }: Yours, after: string | null) {
  const { forModerators = [], bytes: own, atOnce = AT_ONCE } = more;
  const ownName = own?.column.split(".")[1] ?? "";
  const bytes = [...forModerators, ...(own ? [ownName] : [])];
  const found = await viewer.db.$queryRaw<{ key: string; of: Row }[]>`
    select key, of from app.take_along(${table}, ${owner}, ${bytes}::text[], ${after}, ${atOnce}::integer)`;
  const rows = found.map(({ of }) => {
    const row = opened(viewer.words, table, of);
    for (const name of forModerators) row[name] = openBytes(row[name]);
    if (own) row[ownName] = openOwn(viewer.words, own.column, String(row[own.place]), row[ownName]);
    for (const name of more.without ?? []) delete row[name];
    return row;
  });
  return { rows, last: found.length < atOnce ? null : (found.at(-1)?.key ?? null) };
}

/** What the circles are called in which the viewer sits or sat, by their ids. */
export async function listNamesOfCircles(viewer: Viewer): Promise<Row[]> {
  return viewer.db.$queryRaw<{ id: string; name: string }[]>`
    select id::text as id, name from app.names_of_my_circles() order by 1`;
}

/** A row with the member's own words opened, wherever they lie sealed. */
function opened(words: PrivateWords, table: string, row: Row): Row {
  const whole = { ...row };
  for (const [column, place] of Object.entries(sealedColumns) as [Column, string][]) {
    const [of, name = ""] = column.split(".");
    const lies = whole[name];
    if (of !== table || lies === undefined || lies === null) continue;
    const at = String(row[place]);
    if (typeof lies === "string") whole[name] = words.open(column, at, lies);
    else whole[name] = openObject(words, column, at, lies);
  }
  return whole;
}

/** What was typed into a form lies sealed as one text, within an object. */
function openObject(words: PrivateWords, column: Column, at: string, lies: Json): Json {
  const sealed = typeof lies === "object" && lies !== null && !Array.isArray(lies) ? lies.sealed : null;
  const text = words.open(column, at, typeof sealed === "string" ? sealed : JSON.stringify(lies));
  return /^[[{]/.test(text) ? JSON.parse(text) : text;
}

const openBytes = (lies: Json | undefined): Json =>
  typeof lies === "string" ? openForModerators(bytesIn(lies)) : null;

/** What the member sealed themselves, in base64. */
function openOwn(words: PrivateWords, column: BytesColumn, at: string, lies: Json | undefined): Json {
  const found = typeof lies === "string" ? words.openBytes(column, at, bytesIn(lies)) : null;
  return found && Buffer.from(found).toString("base64");
}

/** Bytes as Postgres writes them into JSON, in hex after "\x". */
const bytesIn = (lies: string) => new Uint8Array(Buffer.from(lies.slice(2), "hex"));
