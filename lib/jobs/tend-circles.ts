import "server-only";
import { listQuietCircles, tendAbsences } from "@/lib/absences/tend-absences";
import { eachInTurn } from "@/lib/jobs/each-in-turn";

/** Sees after every circle in which something is due by the clock: nobody else would. */
export async function tendCircles(): Promise<void> {
  await eachInTurn(listQuietCircles, tendAbsences);
}
