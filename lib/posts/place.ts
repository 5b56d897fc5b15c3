import { isId } from "@/lib/ids";

/*
 * A feed is paged by the place of a row in it: the moment it was said, and its id where two were said at
 * once. The id alone will not do. A form mints it when the form is opened, so words that were long in the
 * making would land far down, where nobody looks.
 */

type Row = { createdAt: Date; id: string };

/** Newest first. */
export const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] as const;

/** A place as it stands in an address. */
export const placeOf = (row: Row): string => `${row.createdAt.getTime()}.${row.id}`;

/** Everything said before a place. Nothing to narrow where the address holds no place that makes sense. */
export function beforePlace(place: string | undefined) {
  const [, moment, id] = /^(\d{1,13})\.(.{36})$/.exec(place ?? "") ?? [];
  if (!moment || !id || !isId(id)) return {};
  const createdAt = new Date(Number(moment));
  return {
    createdAt: { lte: createdAt },
    OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }],
  };
}
