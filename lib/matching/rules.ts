import { sayWeekday } from "@/lib/dates";

/*
 * A circle is proposed for a day. It opens as soon as four have said yes. Whoever would rather wait keeps their place
 * in line and is left in peace for half a day; whoever does not answer is asked whether they still look, before
 * anything else is proposed. What a circle is called is a calm word, and its people may call it otherwise.
 */

export const OPEN_HOURS = 24;
export const REST_HOURS = 12;

export const expiresAt = (now: Date): Date => new Date(now.getTime() + OPEN_HOURS * 3_600_000);
export const restsUntil = (now: Date): Date => new Date(now.getTime() + REST_HOURS * 3_600_000);

const CALM = [
  "lanterns",
  "harbour",
  "orchard",
  "window seats",
  "rain boots",
  "kettle",
  "footbridge",
  "allotment",
];

/** "Tuesday lanterns" */
export const nameOf = (meetingDay: number, chance: number): string =>
  `${sayWeekday(meetingDay)} ${CALM[chance % CALM.length] ?? CALM[0]}`;

const NUMBERS = ["none", "one", "two", "three", "four", "five", "six"];
export const sayCount = (count: number): string => NUMBERS[count] ?? String(count);

/** Why a circle is proposed to somebody, in words. `part` is by their own clock: "Tuesday evenings". */
export function sayWhy(about: { language: string; part: string; fields: number; isThere: boolean }): string {
  if (about.isThere) {
    return `This circle has a free seat. It speaks ${about.language} and meets on ${about.part} by your clock, when you are free.`;
  }
  const fields =
    about.fields > 1
      ? `, and look for work in ${sayCount(about.fields)} different fields`
      : about.fields === 1
        ? ", and look for work in the same field"
        : "";
  return `You all speak ${about.language}${fields ? "," : " and"} can meet on ${about.part}${fields}.`;
}

const LEGAL_FORM =
  /\b(gmbh|mbh|ag|se|kg|inc|llc|ltd|limited|plc|corp|corporation|co|company|sa|nv|bv|ab|oy|srl|spa)\b/g;

/** An employer's name as it is compared: however it is written, and with or without its legal form. */
export function plainEmployer(name: string): string {
  const written = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const plain = written.replace(LEGAL_FORM, " ").replace(/\s+/g, " ").trim();
  return plain || written || name;
}

/** What a waiting page looks for: this changes when there is something new to say. */
export type Stage =
  | { name: "not looking" }
  | { name: "silent" }
  | { name: "looking" }
  | { name: "proposed"; proposalId: string }
  | { name: "said yes"; proposalId: string; yes: number }
  | { name: "seated"; circleId: string };

export const sayStage = (stage: Stage): string => Object.values(stage).join(" ");
