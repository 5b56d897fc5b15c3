import { z } from "zod";
import { day, mintedId, rowId, words } from "@/lib/form-fields";

export const WIN_LENGTH = 4000;

export const winForm = z.object({
  id: mintedId,
  body: words("Write a line about what went well.", WIN_LENGTH),
  day,
});

/** A press that is about nothing but who presses. */
export const nothing = z.object({});

export const oneWinForm = z.object({ winId: rowId });
