import { z } from "zod";
import { proof } from "@/lib/accounts/schema";

const code = z
  .string("Please enter a code.")
  .trim()
  .min(1, "Please enter a code.")
  .max(100, "No code is that long.");

export const secondStepForm = z.object({ code });

export const beginCodesForm = z.object({ currentPassword: proof });

export const turnOnForm = z.object({ code });

export const freshCodesForm = z.object({ currentPassword: proof });

export const turnOffForm = z.object({ currentPassword: proof, code });
