import { z } from "zod";
import { isTimeZone } from "@/lib/dates";
import { ifGiven, line, mintedId, optionalLine, rowId, tick, words } from "@/lib/form-fields";
import { paces } from "@/lib/matching/words";
import { aliasField } from "@/lib/memberships/schema";

/** An address as people say it: "meet.jit.si/room". */
const ADDRESS = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]|$)/u;

const ASK_DAY = "Please choose a day.";
const ASK_TIME = "Please give a time, like 18:00.";
const weekday = z.coerce.number(ASK_DAY).int(ASK_DAY).min(1, ASK_DAY).max(7, ASK_DAY);
const clock = z.string(ASK_TIME).regex(/^([01]\d|2[0-3]):[0-5]\d$/, ASK_TIME);

const description = {
  name: line("Please give the circle a name.", 60),
  purpose: line("Please say in a line who this circle is for.", 200),
  language: line("Please say which language you will speak.", 60),
  timeZone: z
    .string("Please choose a time zone.")
    .trim()
    .refine(isTimeZone, "Please choose a time zone from the list, like Europe/Berlin."),
  meetingDay: weekday,
  meetingTime: clock,
  /** Not every form asks for it: one from before circles could meet twice changes nothing about that. */
  pace: z.enum(paces, "Please say how often you would like to meet.").optional(),
  secondMeetingDay: ifGiven(weekday, ASK_DAY),
  secondMeetingTime: ifGiven(clock, ASK_TIME),
  videoLink: optionalLine(500)
    .transform((link) => (link && ADDRESS.test(link) ? `https://${link}` : link))
    .refine(
      (link) => link === null || (URL.canParse(link) && new URL(link).protocol === "https:"),
      "Please give the whole link, beginning with https://",
    ),
};

type Said = z.output<z.ZodObject<typeof description>>;

/** The two meetings of a week are on two days. */
const onTwoDays = (said: Said): boolean => said.pace !== "twice" || said.secondMeetingDay !== said.meetingDay;
const onAnotherDay = {
  path: ["secondMeetingDay"],
  error: "Please choose another day than the first, or leave it open for now.",
};

/** Who meets once has no second moment. Where the day is chosen and no time, it is the time of the first. */
function withSecond<T extends Said>({ pace, secondMeetingDay: day, secondMeetingTime: time, ...said }: T) {
  if (pace === undefined) return said;
  const isChosen = pace === "twice" && day !== null;
  return {
    ...said,
    pace,
    secondMeetingDay: isChosen ? day : null,
    secondMeetingTime: isChosen ? (time ?? said.meetingTime) : null,
  };
}

export const openForm = z
  .object({ id: mintedId, alias: aliasField, aliasKept: tick, ...description })
  .refine(onTwoDays, onAnotherDay)
  .transform(withSecond);

export const describeForm = z
  .object({ circleId: rowId, ...description })
  .refine(onTwoDays, onAnotherDay)
  .transform(withSecond);

export const agreeForm = z.object({
  circleId: rowId,
  agreements: words("Please keep at least one agreement.", 4000),
});
