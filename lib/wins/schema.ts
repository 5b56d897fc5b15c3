import { z } from "zod";
import { day, mintedId, rowId, words } from "@/lib/form-fields";

export const WIN_LENGTH = 4000;

export const winForm = z.object({
  id: mintedId,
  body: words("Write a line about what went well.", WIN_LENGTH),
  day,
});

/** Leaves a step. Which celebration it ended says where its member is. */
export const declineForm = z.object({
  at: z.enum(["wins", "goals", "today"]).default("wins"),
  goalId: rowId.optional(),
});

export const oneWinForm = z.object({ winId: rowId });
