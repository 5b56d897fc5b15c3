import { placeOf as placeAt, placeIn } from "@/lib/moment-place";

/*
 * A feed is paged by the place of a row in it: the moment it was said, and its id where two were said at
 * once. The id alone will not do. A form mints it when the form is opened, so words that were long in the
 * making would land far down, where nobody looks.
 */

type Row = { createdAt: Date; id: string };

/** Newest first. */
export const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] as const;

/** A place as it stands in an address. */
export const placeOf = ({ createdAt, id }: Row): string => placeAt({ moment: createdAt, id });

/** Everything said before a place. Nothing to narrow where the address holds no place that makes sense. */
export function beforePlace(place: string | undefined) {
  const before = placeIn(place);
  if (!before) return {};
  const { moment: createdAt, id } = before;
  return {
    createdAt: { lte: createdAt },
    OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }],
  };
}

/** The moment of a place; null where the address holds none that makes sense. */
export const momentIn = (place: string | undefined): Date | null => placeIn(place)?.moment ?? null;
