import "server-only";
import { asMember } from "@/lib/db";
import { listNamesOfCircles, listYours } from "@/lib/exports/queries";
import { yours } from "@/lib/exports/what-is-yours";
import type { SignedIn } from "@/lib/session";
import { lookAs, type Viewer } from "@/lib/viewer";

const ABOUT =
  "Everything that is yours on this Onward: each list is named as the database names it, and your words are opened. What other members wrote is theirs and is not here: of their posts and replies to you there is no word. Not here either is what opens doors: passwords, keys, secret addresses.";

/**
 * Everything of a member's as one JSON object, piece by piece: however much there is, only some rows lie in memory.
 * Each piece is a transaction of its own, so that none of them is long. What is cut off has no end, so it is no JSON.
 */
export async function* everythingOf(member: SignedIn): AsyncGenerator<string> {
  const look = <T>(work: (viewer: Viewer) => Promise<T>) =>
    asMember(member.id, (db) => work(lookAs(member, db)));
  const head = { onward: 1, about: ABOUT, made: new Date().toISOString() };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "names_of_circles": ${asList(await look(listNamesOfCircles))}`;
  for (const source of yours) {
    const isTwice = yours.filter(({ table }) => table === source.table).length > 1;
    yield `,\n  ${JSON.stringify(isTwice ? `${source.table}.${source.owner}` : source.table)}: [`;
    let after: string | null = null;
    let isFirst = true;
    do {
      const { rows, last }: Awaited<ReturnType<typeof listYours>> = await look((viewer) =>
        listYours(viewer, source, after),
      );
      if (rows.length > 0) yield (isFirst ? "\n" : ",\n") + linesOf(rows);
      isFirst &&= rows.length === 0;
      after = last;
    } while (after !== null);
    yield isFirst ? "]" : "\n  ]";
  }
  yield "\n}\n";
}

const linesOf = (rows: object[]): string => rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
const asList = (rows: object[]): string => (rows.length > 0 ? `[\n${linesOf(rows)}\n  ]` : "[]");
