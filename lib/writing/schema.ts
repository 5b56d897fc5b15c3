import { z } from "zod";
import { mintedId, rowId } from "@/lib/form-fields";

/** Far more than anybody writes in twenty minutes. */
export const LONGEST_WRITING = 20_000;

export const beginForm = z.object({ id: mintedId, setbackId: rowId });

/** Whichever button was pressed, the words come along: without JavaScript they would be gone with the page. */
export const writingForm = z.object({
  sessionId: rowId,
  /** An empty page is one too. */
  words: z
    .string()
    .max(
      LONGEST_WRITING,
      `That is longer than ${LONGEST_WRITING.toLocaleString("en")} characters. Please make it a little shorter.`,
    )
    .default(""),
  /** Stands for the words that the page knew as kept. */
  seen: z.string().max(100).default(""),
  press: z.enum(["keep", "rest", "go on", "end"]).default("keep"),
});

export const oneSessionForm = z.object({ sessionId: rowId, setbackId: rowId });

/** Under which key the words of a session wait until they are kept. */
export const writingDraftKey = (sessionId: string) => `writing:${sessionId}`;
