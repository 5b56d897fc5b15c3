import { z } from "zod";
import { rowId } from "@/lib/form-fields";

const LONGEST_FAREWELL = 2_000;

export const closeForm = z.object({
  setbackId: rowId,
  /** What is said to it as it goes; most say nothing. */
  farewell: z
    .string()
    .default("")
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .max(LONGEST_FAREWELL, "That is longer than 2,000 characters. Please make it a little shorter."),
    )
    .transform((text) => text || null),
});

export const openForm = z.object({ setbackId: rowId });

/** Under which key what is said to a setback waits until it is let go. */
export const farewellDraftKey = (setbackId: string) => `farewell:${setbackId}`;
