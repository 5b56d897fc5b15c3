import { z } from "zod";
import { mintedId, rowId, tick, words, wordsIfAsked } from "@/lib/form-fields";
import { MOST_CHARACTERS } from "@/lib/posts/schema";

/** Words to the circle before one lands, to be looked at first. */
export const thanksForm = z.object({
  circleId: rowId,
  words: words("Write a line or two, or go on without.", MOST_CHARACTERS),
});

export const landForm = z.object({
  /** Of the post that the words become. */
  id: mintedId,
  circleId: rowId,
  words: wordsIfAsked(MOST_CHARACTERS),
  afterwards: z.enum(["leave", "stay"], "Please choose one of these."),
  shown: tick,
  supports: tick,
});

export const landingForm = z.object({ circleId: rowId, shown: tick, supports: tick });

/** Under which keys the words wait while they are written, and while they are looked at. */
export const thanksDraftKey = (circleId: string) => `land:${circleId}`;
export const thanksPreviewKey = (circleId: string) => `land-look:${circleId}`;
