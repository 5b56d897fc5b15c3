import "server-only";
import type { Route } from "next";
import type { Place } from "@/lib/day-place";
import { Prisma } from "@/lib/generated/client";
import { type Column, sealedColumns, UNREADABLE } from "@/lib/private-words";
import type { Viewer } from "@/lib/viewer";

/** Words of a member's own that lie as they are: a circle may read them. */
type PlainColumn = "wins.body" | "goals.title";

export type Searched = Column | PlainColumn;

/*
 * Where a member's own words lie, for who looks through them: each sealed column, and what lies open, as it is said of
 * what was found there. What is null is not looked through.
 */
export const whereFound: Record<Searched, string | null> = {
  "setbacks.happened": "what happened",
  "setbacks.company": "the company",
  "setbacks.role": "the role",
  "setbacks.industry": "the industry",
  "setbacks.stage": "how far it had come",
  "setbacks.source": "where the job came from",
  "setbacks.page": "your own page",
  "setbacks.farewell": "what you said on letting it go",
  "reframes.thought": "a thought you looked at again",
  "reframes.evidence_for": "a thought you looked at again",
  "reframes.evidence_against": "a thought you looked at again",
  "reframes.fairer": "a thought you looked at again",
  "reasons.words": "a reason",
  "debriefs.went_well": "looking back",
  "debriefs.differently": "looking back",
  "writing_sessions.words": "guided writing",
  "exercises.answers": "an exercise",
  "practice_questions.question": "a question to practise",
  "feedback_requests.name": "whom you asked",
  "feedback_requests.subject": "a letter",
  "feedback_requests.letter": "a letter",
  "feedback_requests.answer": "an answer",
  "feedback_requests.lesson": "what you take from an answer",
  "jar_entries.words": "your evidence jar",
  "jar_entries.origin": "your evidence jar",
  "experiments.change": "an experiment",
  "experiments.lesson": "what you take from an experiment",
  "if_then_plans.stage": "an if-then plan",
  "if_then_plans.feeling": "an if-then plan",
  "if_then_plans.step": "an if-then plan",
  "learning_plans.skill": "a learning plan",
  "learning_plans.steps": "a learning plan",
  "wins.body": "a win",
  "goals.title": "a goal",
  // Chosen more than written.
  "feelings.word": null,
  "reframe_feelings.word": null,
  "reframes.trap": null,
  // These come back by themselves: in their form, and where the next letter is begun.
  "drafts.values": null,
  "feedback_templates.subject": null,
  "feedback_templates.letter": null,
};

/** What is found with its setback. */
export const tied = [
  "reframes",
  "reasons",
  "debriefs",
  "writing_sessions",
  "exercises",
  "practice_questions",
  "feedback_requests",
] as const;

const to = <T extends string>(page: Route<T>): Route => page as Route;

/** What has no setback, or none any more, and the page where it is read. */
export const elsewhere = {
  jar_entries: (id: string) => to(`/jar#${id}`),
  feedback_requests: (id: string) => to(`/feedback/${id}`),
  experiments: (id: string) => to(`/experiments/${id}`),
  if_then_plans: (id: string) => to(`/plans/${id}`),
  learning_plans: (id: string) => to(`/learning/${id}`),
  practice_questions: () => to("/practice"),
  wins: (id: string) => to(`/wins/${id}`),
  goals: (id: string) => to(`/goals/${id}`),
};

export type Table = "setbacks" | (typeof tied)[number] | keyof typeof elsewhere;

/** Rows of these are deleted for good, or with their setback. */
const withoutUndo: readonly Table[] = ["debriefs", "writing_sessions", "exercises"];
/** A letter or a question may be about a setback, and need not. */
const maybeTied: readonly Table[] = ["feedback_requests", "practice_questions"];

const everyColumn = Object.keys(whereFound) as Searched[];

const isSealedHere = (column: Searched): column is Column => column in sealedColumns;

/** The columns of a table that are looked through. */
export const columnsOf = (table: Table): Searched[] =>
  everyColumn.filter((column) => column.startsWith(`${table}.`) && whereFound[column] !== null);

/** A column's name within its table. */
const fieldOf = (column: Searched): string => column.slice(column.indexOf(".") + 1);

/** Names of tables and columns, all of them from this file. */
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

/** What stands between answers and between steps, which lie together, as JSON. */
const BETWEEN = "\u2028";

/** What somebody wrote, of what is kept in a column: answers and steps lie together, as JSON. */
function wordsOf(column: Searched, opened: string): string {
  if (opened === UNREADABLE) return "";
  if (column === "exercises.answers" && opened.startsWith("{"))
    return Object.values(JSON.parse(opened) as Record<string, string[]>)
      .flat()
      .join(BETWEEN);
  if (column === "learning_plans.steps" && opened.startsWith("["))
    return (JSON.parse(opened) as string[]).filter(Boolean).join(BETWEEN);
  return opened;
}

/** The words of a text, as it lies in a column. */
export const openWords = ({ words }: Viewer, column: Searched, id: string, text: string): string =>
  isSealedHere(column) ? wordsOf(column, words.open(column, id, text)) : text;

/** Opened words as they are shown in a line. */
export const inALine = (words: string): string => words.replaceAll(BETWEEN, " · ");
