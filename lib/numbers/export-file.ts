import "server-only";
import { dayOf, sayWeekday } from "@/lib/dates";
import { asMember, type Db } from "@/lib/db";
import { type CsvCell, csvLine } from "@/lib/numbers/csv";
import type { Exported, Format } from "@/lib/numbers/exported";
import type { SignedIn } from "@/lib/session";

/**
 * So many rows are read at once, in a transaction of their own: no file lies whole in memory, and none takes too long.
 */
const ROWS = 1_000;

type Line = Record<string, CsvCell> & { id: string };

/** The columns of each file, in their order. */
export const columns: Record<Exported, readonly string[]> = {
  goals: [
    "id",
    "title",
    "category",
    "rhythm",
    "times",
    "unit",
    "every_days",
    "weekdays",
    "finish_by",
    "created_at",
    "finished_at",
    "archived_at",
  ],
  entries: ["id", "day", "goal_id", "goal", "category", "amount", "unit", "logged_at"],
  wins: ["id", "day", "win", "written_at"],
};

/** A file of what a member did, as it is read from the database: for a spreadsheet, or for a program. */
export function exportFile(member: SignedIn, what: Exported, as: Format): ReadableStream<Uint8Array> {
  const pieces = as === "csv" ? csvOf(member, what) : jsonOf(member, what);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

async function* csvOf(member: SignedIn, what: Exported): AsyncGenerator<string, undefined> {
  // Without the mark at the beginning, spreadsheets read letters beyond English wrongly.
  yield `\uFEFF${csvLine([...columns[what]])}`;
  for await (const lines of pagesOf(member, what))
    yield lines.map((line) => csvLine(columns[what].map((column) => line[column] ?? null))).join("");
}

async function* jsonOf(member: SignedIn, what: Exported): AsyncGenerator<string, undefined> {
  yield `{"${what}":[`;
  let between = "\n";
  for await (const lines of pagesOf(member, what)) {
    yield between + lines.map((line) => JSON.stringify(line, [...columns[what]])).join(",\n");
    between = ",\n";
  }
  yield "\n]}\n";
}

async function* pagesOf(member: SignedIn, what: Exported): AsyncGenerator<Line[], undefined> {
  let after: string | null = null;
  do {
    const last: string | null = after;
    const lines: Line[] = await asMember(member.id, (db) => reads[what](db, member.id, last));
    if (lines.length > 0) yield lines;
    after = lines.length === ROWS ? (lines.at(-1)?.id ?? null) : null;
  } while (after !== null);
}

const reads: Record<Exported, (db: Db, userId: string, after: string | null) => Promise<Line[]>> = {
  async goals(db, userId, after) {
    const rows = await db.goal.findMany({
      where: { userId, deletedAt: null, ...past(after) },
      select: {
        id: true,
        title: true,
        category: true,
        rhythm: true,
        times: true,
        unit: true,
        everyDays: true,
        weekdays: true,
        finishBy: true,
        createdAt: true,
        finishedAt: true,
        archivedAt: true,
      },
      ...inOrder,
    });
    return rows.map(({ everyDays, weekdays, finishBy, createdAt, finishedAt, archivedAt, ...goal }) => ({
      ...goal,
      every_days: everyDays,
      weekdays: weekdays.length > 0 ? weekdays.map(sayWeekday).join(" ") : null,
      finish_by: finishBy && dayOf(finishBy),
      created_at: createdAt.toISOString(),
      finished_at: finishedAt?.toISOString() ?? null,
      archived_at: archivedAt?.toISOString() ?? null,
    }));
  },
  async entries(db, userId, after) {
    const rows = await db.effort.findMany({
      where: { userId, goal: { deletedAt: null }, ...past(after) },
      select: {
        id: true,
        day: true,
        goalId: true,
        amount: true,
        createdAt: true,
        goal: { select: { title: true, category: true, unit: true } },
      },
      relationLoadStrategy: "join",
      ...inOrder,
    });
    return rows.map(({ id, day, goalId, amount, createdAt, goal }) => ({
      id,
      day: dayOf(day),
      goal_id: goalId,
      goal: goal.title,
      category: goal.category,
      amount,
      unit: goal.unit,
      logged_at: createdAt.toISOString(),
    }));
  },
  async wins(db, userId, after) {
    const rows = await db.win.findMany({
      where: { userId, deletedAt: null, ...past(after) },
      select: { id: true, day: true, body: true, createdAt: true },
      ...inOrder,
    });
    return rows.map(({ id, day, body, createdAt }) => ({
      id,
      day: dayOf(day),
      win: body,
      written_at: createdAt.toISOString(),
    }));
  },
};

const past = (after: string | null) => (after === null ? {} : { id: { gt: after } });
const inOrder = { orderBy: { id: "asc" as const }, take: ROWS };
