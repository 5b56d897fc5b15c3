import "server-only";
import { listExperiments } from "@/lib/experiments/queries";
import { MOST_AT_ONCE } from "@/lib/experiments/rules";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/**
 * After something that lets an experiment run: undoes it where there are too many now. Hold them before it.
 *
 * @throws Refusal when more run than can at once.
 */
export async function refuseThird(viewer: Viewer): Promise<void> {
  const running = (await listExperiments(viewer)).filter(({ over }) => !over);
  if (running.length <= MOST_AT_ONCE) return;
  throw new Refusal(
    "Two experiments are running, and that is the most at once: with two changes at a time it is hard enough to say which of them did it. Let one of them come to its end, or end it early, and then do this again. Nothing is lost until then.",
  );
}
