import "server-only";
import type { Yours } from "@/lib/exports/what-is-yours";
import { type Column, type PrivateWords, sealedColumns } from "@/lib/private-words";
import { openForModerators } from "@/lib/reports/sealed";
import type { Viewer } from "@/lib/viewer";

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Row = { [name: string]: Json };

/** How many rows are read, and lie in memory, at a time. */
export const AT_ONCE = 500;

/** Some of the viewer's own rows, opened; `after` is the key of the last of those before, as this said it. */
export async function listYours(viewer: Viewer, { table, owner, ...more }: Yours, after: string | null) {
  const bytes = [...(more.forModerators ?? [])];
  const found = await viewer.db.$queryRaw<{ key: string; of: Row }[]>`
    select key, of from app.take_along(${table}, ${owner}, ${bytes}::text[], ${after}, ${AT_ONCE}::integer)`;
  const rows = found.map(({ of }) => {
    const row = opened(viewer.words, table, of);
    for (const name of bytes) row[name] = openBytes(row[name]);
    for (const name of more.without ?? []) delete row[name];
    return row;
  });
  return { rows, last: found.length < AT_ONCE ? null : (found.at(-1)?.key ?? null) };
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

/** Bytes as Postgres writes them into JSON, in hex after "\x". */
const openBytes = (lies: Json | undefined): Json =>
  typeof lies === "string" ? openForModerators(new Uint8Array(Buffer.from(lies.slice(2), "hex"))) : null;
