import { z } from "zod";
import { noticedKinds } from "@/lib/noticed-wins/rules";

/** Which one of what was noticed: its kind, and the day, week or row that it was noticed in. */
export const noticedForm = z.object({
  kind: z.enum(noticedKinds, "This form is out of date. Please reload the page."),
  occasion: z
    .string("This form is out of date. Please reload the page.")
    .regex(/^[\da-f:a-z-]{1,80}$/, "This form is out of date. Please reload the page."),
});
