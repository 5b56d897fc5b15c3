import { z } from "zod";
import { optionalWords, rowId } from "@/lib/form-fields";

export const closeForm = z.object({
  setbackId: rowId,
  /** What is said to it as it goes; most say nothing. */
  farewell: optionalWords(2_000),
});

export const openForm = z.object({ setbackId: rowId });

/** Under which key what is said to a setback waits until it is let go. */
export const farewellDraftKey = (setbackId: string) => `farewell:${setbackId}`;
