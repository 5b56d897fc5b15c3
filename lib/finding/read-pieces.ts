import "server-only";
import type { Place } from "@/lib/day-place";
import {
  columnsOf,
  elsewhere,
  fieldOf,
  isSealedHere,
  maybeTied,
  type Table,
  tied,
  withoutUndo,
} from "@/lib/finding/where-words-lie";
import { Prisma } from "@/lib/generated/client";
import { sealedColumns } from "@/lib/private-words";
import type { Viewer } from "@/lib/viewer";

/*
 * Whatever a member wrote, to be looked through: piece by piece, so that no more of it lies in memory than a piece,
 * however much there is.
 */

/** Names of tables and columns, all of them from where-words-lie.ts. */
const name = Prisma.raw;

/** The column that names a table's rows. */
function idOf(table: Table): Prisma.Sql {
  const [first = "goals.title"] = columnsOf(table);
  return name(isSealedHere(first) ? sealedColumns[first] : "id");
}

const setbackOf = (table: Table): Prisma.Sql =>
  name(
    table === "setbacks" ? "id" : (tied as readonly Table[]).includes(table) ? "setback_id" : "null::uuid",
  );

/** What is selected of a row to be looked through, its texts in the order of `columnsOf`. */
const asItLies = (table: Table): Prisma.Sql =>
  Prisma.sql`${name(`'${table}'`)} as "table", ${idOf(table)} as id, ${setbackOf(table)} as "setbackId",
    json_build_array(${name(columnsOf(table).map(fieldOf).join(", "))}) as texts`;

/** How much lies in a row, which Postgres knows without reading it. */
const sizeOf = (table: Table): Prisma.Sql =>
  name(
    columnsOf(table)
      .map((column) => `coalesce(octet_length(${fieldOf(column)}), 0)`)
      .join(" + "),
  );

/** The viewer's rows of a table that stand on a page of theirs. */
const theirRows = (viewer: Viewer, table: Table): Prisma.Sql =>
  Prisma.sql`from ${name(table)} where user_id = ${viewer.id}::uuid
    ${withoutUndo.includes(table) ? Prisma.empty : Prisma.sql`and deleted_at is null`}`;

/** What belongs to no setback that is still there. */
const isLoose = (viewer: Viewer, table: Table): Prisma.Sql =>
  maybeTied.includes(table)
    ? Prisma.sql`not exists (
        select from setbacks s
        where s.user_id = ${viewer.id}::uuid and s.id = setback_id and s.deleted_at is null)`
    : Prisma.sql`true`;

/** A row with words in it, as it lies. */
export type Lying<T extends Table = Table> = {
  table: T;
  id: string;
  setbackId: string | null;
  texts: (string | null)[];
};

/** Some rows, in their order. `more` says that there are others after them. */
type Piece<Row> = { rows: Row[]; more: boolean; nextSetbackId: string | null };

/** So many bytes of sealed words lie in memory at once, or what one row holds. */
const A_PIECE = 1_000_000;

const union = (parts: Prisma.Sql[]) => Prisma.join(parts, " union all ");

/**
 * The next rows of an order, as many as `most` and no more than `A_PIECE` of words: their sizes are added up before any
 * of them is read. One statement.
 */
async function readPiece<Row extends Lying>(
  viewer: Viewer,
  {
    tables,
    which,
    order,
    most,
    also = Prisma.empty,
  }: {
    tables: readonly Table[];
    /** Which rows of a table, beside being the viewer's. */
    which: (table: Table) => Prisma.Sql;
    /** By "table", id, setback and, of setbacks, the day. */
    order: Prisma.Sql;
    most: number;
    /** What else is selected of them. */
    also?: Prisma.Sql;
  },
): Promise<Piece<Row>> {
  const sizes = tables.map(
    (table) => Prisma.sql`select ${name(`'${table}'`)} as "table", ${idOf(table)} as id,
      ${setbackOf(table)} as setback, ${name(table === "setbacks" ? "day" : "null::date")} as day, ${sizeOf(table)} as size
      ${theirRows(viewer, table)} and ${which(table)}`,
  );
  const taken = tables.map(
    (table) => Prisma.sql`select ${asItLies(table)} ${also} ${theirRows(viewer, table)}
      and ${idOf(table)} in (select near_id from near where is_taken and near_table = ${name(`'${table}'`)})`,
  );
  const rows = await viewer.db.$queryRaw<(Row & { more: boolean; nextSetbackId: string | null })[]>`
    with counted as (
      select *, row_number() over (order by ${order}) as n from (${union(sizes)}) every_one
      order by n limit ${most + 1}),
    near as materialized (
      select "table" as near_table, id as near_id, setback, n,
        n = 1 or (n <= ${most} and sum(size) over (order by n) <= ${A_PIECE}) as is_taken
      from counted)
    select lying.*, exists (select from near where not is_taken) as more,
      (select setback from near where not is_taken order by n limit 1) as "nextSetbackId"
    from (${union(taken)}) lying join near on near_table = lying."table" and near_id = lying.id
    order by n`;
  const { more, nextSetbackId } = rows.at(-1) ?? { more: false, nextSetbackId: null };
  return { rows, more, nextSetbackId };
}

/** The viewer's next setbacks before a place, the newest day first. */
export const readSetbacks = <Row extends Lying>(viewer: Viewer, before: Place, most: number) =>
  readPiece<Row>(viewer, {
    tables: ["setbacks"],
    which: () => Prisma.sql`(day, id) < (${before.day}::text::date, ${before.id}::uuid)`,
    order: Prisma.sql`day desc, id desc`,
    most,
    also: Prisma.sql`, day, kind::text as kind, closed_at as "closedAt"`,
  });

/** So many rows are read at once, where they are small. */
const AT_ONCE = 500;

/**
 * Whatever belongs to these setbacks, piece by piece: one setback after the other, in their order, and of each in the
 * order in which it was written.
 */
export async function* readTied(viewer: Viewer, setbackIds: string[]): AsyncGenerator<Piece<Lying>> {
  let left = setbackIds;
  let last: Lying | undefined;
  while (left.length > 0) {
    const place = (setback: Prisma.Sql) => Prisma.sql`array_position(${left}::uuid[], ${setback})`;
    const after = last;
    const piece: Piece<Lying> = await readPiece(viewer, {
      tables: tied,
      which: (table) =>
        Prisma.sql`setback_id = any(${left}::uuid[]) ${
          after
            ? Prisma.sql`and (setback_id <> ${after.setbackId}::uuid
              or (${idOf(table)}, ${name(`'${table}'`)}) > (${after.id}::uuid, ${after.table}))`
            : Prisma.empty
        }`,
      order: Prisma.sql`${place(Prisma.sql`setback`)}, id, "table"`,
      most: AT_ONCE,
    });
    yield piece;
    last = piece.rows.at(-1);
    const at = left.indexOf(last?.setbackId ?? "");
    left = piece.more && at >= 0 ? left.slice(at) : [];
  }
}

export type LooseTable = keyof typeof elsewhere;

/** What belongs to no setback, piece by piece, the newest first. */
export async function* readLoose(viewer: Viewer): AsyncGenerator<Piece<Lying<LooseTable>>> {
  const tables = Object.keys(elsewhere) as LooseTable[];
  let last: Lying<LooseTable> | undefined;
  for (let more = true; more; ) {
    const after = last;
    const piece: Piece<Lying<LooseTable>> = await readPiece(viewer, {
      tables,
      which: (table) =>
        Prisma.sql`${isLoose(viewer, table)} ${
          after
            ? Prisma.sql`and (id, ${name(`'${table}'`)}) < (${after.id}::uuid, ${after.table})`
            : Prisma.empty
        }`,
      order: Prisma.sql`id desc, "table" desc`,
      most: AT_ONCE,
    });
    yield piece;
    last = piece.rows.at(-1);
    more = piece.more;
  }
}
