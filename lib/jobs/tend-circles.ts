import "server-only";
import { listQuietCircles, tendAbsences } from "@/lib/absences/tend-absences";
import { asSystem } from "@/lib/db";
import { eachInTurn } from "@/lib/jobs/each-in-turn";
import {
  clearEmptyCircle,
  goOnWithMerge,
  listEmptyCircles,
  listOffers,
  noteSmallCircles,
  offerMerges,
} from "@/lib/merges/tend-merges";

const steps = [
  () => eachInTurn(listQuietCircles, tendAbsences),
  () => eachInTurn(listOffers, goOnWithMerge),
  () => asSystem(noteSmallCircles),
  () => asSystem(offerMerges),
  () => eachInTurn(listEmptyCircles, clearEmptyCircle),
];

/** Sees after every circle in which something is due by the clock: nobody else would. */
export async function tendCircles(): Promise<void> {
  const troubles: unknown[] = [];
  // What one step has trouble with keeps no circle waiting for the others.
  for (const step of steps) await step().catch((trouble) => troubles.push(trouble));
  if (troubles.length > 0) throw troubles[0];
}
