import "server-only";
import { isAboutNothing } from "@/lib/drafts/about";
import { NotToday } from "@/lib/not-today";
import { hasFreshSetback } from "@/lib/setbacks/queries";
import type { Viewer } from "@/lib/viewer";

/**
 * What every form goes through that says why something happened or what to learn from it, whichever setback it is
 * about and even if it is about none: a page that was open since before asks for it still. What is simply so, such as
 * a case that was counted, what they answered, or a plan for the next time, is for any day and does not.
 *
 * @param field the one that has to wait, where the rest of the form need not.
 * @throws NotToday on a day on which its member wrote a setback down: what was typed stays, as the form's draft.
 */
export async function requireDayForLearning(viewer: Viewer, field?: string): Promise<void> {
  if (await hasFreshSetback(viewer)) throw new NotToday(field ? ONE_PART : ALL, isAboutNothing, field);
}

const ALL = {
  kept: "You wrote a setback down today, and that is enough for one day. This can wait until tomorrow: nothing was changed, and nothing that you typed is lost.",
  unkept:
    "You wrote a setback down today, and that is enough for one day. This can wait until tomorrow: nothing was changed. What you typed could not be kept until then, and stays only while this page is open. Please copy it to a safe place.",
};

const ONE_PART = {
  kept: "You wrote a setback down today, and that is enough for one day. This part can wait until tomorrow: nothing was changed, and nothing that you typed is lost. Reload the page to keep the rest now; this part is there again tomorrow.",
  unkept:
    "You wrote a setback down today, and that is enough for one day. This part can wait until tomorrow: nothing was changed. What you typed could not be kept until then, and stays only while this page is open. Please copy it to a safe place, then reload the page to keep the rest now.",
};
