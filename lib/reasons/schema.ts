import { z } from "zod";
import type { EveryOf } from "@/lib/every-of";
import { mintedId, rowId, several, words } from "@/lib/form-fields";
import type { ReasonSaidBy, ReasonWhose } from "@/lib/generated/enums";

const saidBys = ["me", "employer", "unknown"] as const satisfies readonly ReasonSaidBy[];
export type SaidBy = EveryOf<typeof saidBys, ReasonSaidBy>;

/** Who says so: as a choice, and beside the reason. */
export const saidByWords: Record<SaidBy, { choice: string; said: string }> = {
  me: { choice: "I think so", said: "You think so." },
  employer: { choice: "They told me", said: "They told you." },
  unknown: { choice: "Nobody knows", said: "Nobody knows." },
};

export const saidByChoices = saidBys.map((value) => ({ value, label: saidByWords[value].choice }));

export const whoses = ["mine", "theirs", "chance"] as const satisfies readonly ReasonWhose[];
export type Whose = EveryOf<typeof whoses, ReasonWhose>;

/** Whose a reason was, as a button and as the heading over what was sorted so. */
export const whoseWords: Record<Whose, { heading: string; hint: string }> = {
  mine: { heading: "Mine", hint: "In your hands, at least in part. Only this can become a step." },
  theirs: { heading: "Theirs", hint: "Their choice, their budget, their person. Not yours to carry." },
  chance: { heading: "Chance", hint: "The day, the timing, who else applied. Nobody's to carry." },
};

export const REASON_LENGTH = 2000;

export const reasonForm = z.object({
  id: mintedId,
  setbackId: rowId,
  words: words("Write down one reason. A line is enough.", REASON_LENGTH),
  saidBy: z.enum(saidBys, "Please choose one of these."),
});

export const oneReasonForm = z.object({ reasonId: rowId });

/** Where it goes; nothing puts it back among what is not sorted. */
export const sortForm = z.object({
  reasonId: rowId,
  whose: z.enum(["", ...whoses], "Please choose one of these.").transform((whose) => whose || null),
});

/** One reason, or all of those that their member saw when they pressed. */
export const someReasonsForm = z.object({ reasonId: several(rowId, 500) });

/** Under which key a reason waits until it is added. */
export const reasonDraftKey = (setbackId: string) => `reason:${setbackId}`;
