import { z } from "zod";
import { LANGUAGES } from "@/lib/circles/languages";
import { isTimeZone } from "@/lib/dates";
import { optionalLine, rowId, several, tick } from "@/lib/form-fields";
import { HOURS } from "@/lib/matching/hours";
import { fields, levels, paces } from "@/lib/matching/words";
import { aliasField } from "@/lib/memberships/schema";
import { needs } from "@/lib/posts/needs";

const ask = "Please choose one of these.";

/** The more languages, the more there is to compare: nobody speaks ten of them in a circle. */
const MOST_LANGUAGES = 5;

export const lookForm = z.object({
  timeZone: z
    .string("Please choose a time zone.")
    .trim()
    .refine(isTimeZone, "Please choose a time zone from the list, like Europe/Berlin."),
  languages: several(z.enum(LANGUAGES, ask), MOST_LANGUAGES).refine(
    (chosen) => chosen.length > 0,
    "Please choose at least one language.",
  ),
  hours: several(z.enum(HOURS, ask), HOURS.length).refine(
    (chosen) => chosen.length > 0,
    "Please tick at least one part of the week.",
  ),
  level: z.enum(levels, "Please say where you are in your work."),
  field: z.union([z.literal(""), z.enum(fields)], ask).default(""),
  pace: z.enum(paces, "Please say how often you would like to meet."),
  need: z.enum(needs, "Please say what you need most."),
  employer: optionalLine(100),
  forgetEmployer: tick,
  canHold: tick,
  alias: aliasField,
  aliasKept: tick,
});

export const acceptForm = z.object({
  proposalId: rowId,
  alias: aliasField,
  aliasKept: tick,
  holds: tick,
  agreed: z.literal(
    ["on", "true", "yes"],
    "Please say yes to the agreements first: the circle rests on them.",
  ),
});

export const declineForm = z.object({ proposalId: rowId });

/** A press that says nothing more. */
export const pressedForm = z.object({});
