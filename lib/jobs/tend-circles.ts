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

/** Sees after every circle in which something is due by the clock: nobody else would. */
export async function tendCircles(): Promise<void> {
  await eachInTurn(listQuietCircles, tendAbsences);
  await eachInTurn(listOffers, goOnWithMerge);
  await asSystem(noteSmallCircles);
  await asSystem(offerMerges);
  await eachInTurn(listEmptyCircles, clearEmptyCircle);
}
