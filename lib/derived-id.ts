import "server-only";
import { v7 } from "uuid";
import { hashOf } from "@/lib/vault";

/**
 * The id of a row that Onward makes by itself out of another one: always the same, so that making it twice makes it
 * once. It is of the same moment as the id that it comes from.
 *
 * @param what says what for, and is never anybody's words: no secret goes into it, so whoever reads the id can guess
 * what it was made from.
 */
export function derivedId(from: string, what: string): string {
  // A form may send it in capitals: to Postgres it is the same row.
  const source = from.toLowerCase();
  return v7({
    msecs: Number.parseInt(source.replace("-", "").slice(0, 12), 16),
    random: hashOf(`${source} ${what}`).subarray(0, 16),
  });
}
