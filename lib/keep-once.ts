import "server-only";
import { v7 } from "uuid";
import { deriveSecret } from "@/lib/vault";

/** How rows of one kind are kept and found. */
type Place<Row> = {
  /** Adds the row, unless its id is taken, and says whether it did. */
  add: (row: Row) => PromiseLike<{ count: number }>;
  /** How many rows are there that say all of this, just so: one or none. */
  find: (row: Row) => PromiseLike<number>;
};

/**
 * Keeps what a create form carries, under the id that the form minted. Sent again as it was, it is there
 * already. Sent again with a change it becomes a row of its own, because neither may be lost; that row's id
 * follows from the first id and from what it says, so the changed form too can be sent as often as one likes.
 *
 * @returns the id under which it is there now, and whether it was added just now.
 */
export async function keepOnce<Row extends { id: string }>(
  row: Row,
  { add, find }: Place<Row>,
): Promise<{ id: string; isNew: boolean }> {
  for (let tried = row; ; tried = { ...row, id: siblingOf(tried) }) {
    if ((await add(tried)).count > 0) return { id: tried.id, isNew: true };
    if ((await find(tried)) > 0) return { id: tried.id, isNew: false };
  }
}

/** An id of the same moment, the same one each time for the same row. It tells nobody but us what the row says. */
const siblingOf = (row: { id: string }): string =>
  v7({
    msecs: Number.parseInt(row.id.replace("-", "").slice(0, 12), 16),
    random: deriveSecret("sibling", JSON.stringify(row)),
  });
