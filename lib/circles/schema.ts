import { z } from "zod";
import { isTimeZone } from "@/lib/dates";
import { line, mintedId, optionalLine, rowId, tick, words } from "@/lib/form-fields";
import { aliasField } from "@/lib/memberships/schema";

/** An address as people say it: "meet.jit.si/room". */
const ADDRESS = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]|$)/u;

const description = {
  name: line("Please give the circle a name.", 60),
  purpose: line("Please say in a line who this circle is for.", 200),
  language: line("Please say which language you will speak.", 60),
  timeZone: z
    .string("Please choose a time zone.")
    .trim()
    .refine(isTimeZone, "Please choose a time zone from the list, like Europe/Berlin."),
  meetingDay: z.coerce
    .number("Please choose a day.")
    .int("Please choose a day.")
    .min(1, "Please choose a day.")
    .max(7, "Please choose a day."),
  meetingTime: z
    .string("Please give a time, like 18:00.")
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Please give a time, like 18:00."),
  videoLink: optionalLine(500)
    .transform((link) => (link && ADDRESS.test(link) ? `https://${link}` : link))
    .refine(
      (link) => link === null || (URL.canParse(link) && new URL(link).protocol === "https:"),
      "Please give the whole link, beginning with https://",
    ),
};

export const openForm = z.object({ id: mintedId, alias: aliasField, aliasKept: tick, ...description });

export const describeForm = z.object({ circleId: rowId, ...description });

export const agreeForm = z.object({
  circleId: rowId,
  agreements: words("Please keep at least one agreement.", 4000),
});
