import { z } from "zod";
import { day, mintedId, rowId } from "@/lib/form-fields";
import { rhythms, turnRoles } from "@/lib/roles/rules";

const role = z.enum(turnRoles, "Please choose one of these.");

export const rotationForm = z.object({
  circleId: rowId,
  every: z
    .enum(rhythms.map(String) as [string, ...string[]], "Please choose one of these.")
    .transform((weeks) => rhythms.find((rhythm) => String(rhythm) === weeks) ?? 0),
});

/** Offers one week to everybody, or to the one whose alias is named. */
export const offerForm = z.object({
  id: mintedId,
  circleId: rowId,
  weekOn: day,
  role,
  alias: z.string().max(100).optional(),
});

export const swapForm = z.object({ circleId: rowId, swapId: rowId });
