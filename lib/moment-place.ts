import { isId } from "@/lib/ids";

/**
 * Where a row stands in a list by moments, which is paged from there: its moment, and its id where a moment has
 * several.
 */
export type Place = { moment: Date; id: string };

/** A place as it stands in an address: "1763800000000.<id>". */
export const placeOf = ({ moment, id }: Place): string => `${moment.getTime()}.${id}`;

/** The place that an address means; null where it holds none that makes sense. */
export function placeIn(text: unknown): Place | null {
  if (typeof text !== "string") return null;
  const [, moment, id] = /^(\d{1,13})\.(.{36})$/.exec(text) ?? [];
  return moment && isId(id) ? { moment: new Date(Number(moment)), id } : null;
}
