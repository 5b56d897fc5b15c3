/*
 * The evidence jar holds praise and proof for bad days. It is its member's alone, and nothing in it can be shared.
 *
 * One thing out of it is offered a day, and it stays the same all day, whatever is put in or taken out meanwhile:
 * things take turns in the order in which they were put in, and those of today wait until tomorrow, unless there is
 * nothing else. So each of them comes up once in as many days as there are things.
 *
 * It holds a good deal, and not without end: one page shows all of it.
 */

import { type Day, daysBetween } from "@/lib/dates";

export const MOST_IN_JAR = 500;

type InJar = { id: string; putInOn: Day; takenOutOn: Day | null };

const EPOCH = "2020-01-01";

export function oneForTheDay<Entry extends InJar>(entries: Entry[], day: Day): Entry | null {
  const inOrder = [...entries].sort((one, other) => (one.id < other.id ? -1 : 1));
  const ring = inOrder.filter(
    ({ putInOn, takenOutOn }) => putInOn < day && (takenOutOn === null || takenOutOn >= day),
  );
  // Whose turn it was may be taken out since: then it is the turn of the next one that is still there.
  const turn = ring.length && ((daysBetween(EPOCH, day) % ring.length) + ring.length) % ring.length;
  const fromTurn = [...ring.slice(turn), ...ring.slice(0, turn), ...inOrder];
  return fromTurn.find(({ takenOutOn }) => takenOutOn === null) ?? null;
}
