import type { Day } from "@/lib/dates";
import { addDays } from "@/lib/dates";

/*
 * iCalendar (RFC 5545), as much of it as a list of moments and days needs. Moments are in UTC, so that no time zone
 * has to be described: each meeting is an entry of its own, at the instant that its clock says.
 */

/** When something is: from one moment to another, or all of a day. */
type When = { begins: Date; ends: Date } | { day: Day };

export type Entry = When & {
  /** The same each time, and nobody else's. */
  uid: string;
  title: string;
  /** Where, in words. */
  place?: string;
};

/**
 * @param made when the answer is given.
 * @returns the text, lines folded, ended by CRLF.
 */
export function writeCalendar(name: string, entries: Entry[], made: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Onward//Calendar//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...entries.flatMap((entry) => linesOf(entry, made)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function linesOf(entry: Entry, made: Date): string[] {
  const when =
    "day" in entry
      ? [`DTSTART;VALUE=DATE:${basic(entry.day)}`, `DTEND;VALUE=DATE:${basic(addDays(entry.day, 1))}`]
      : [`DTSTART:${stamp(entry.begins)}`, `DTEND:${stamp(entry.ends)}`];
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${stamp(made)}`,
    ...when,
    `SUMMARY:${escapeText(entry.title)}`,
    ...(entry.place ? [`LOCATION:${escapeText(entry.place)}`] : []),
    "CLASS:PRIVATE",
    // A day's promise keeps nobody from being asked for that day.
    `TRANSP:${"day" in entry ? "TRANSPARENT" : "OPAQUE"}`,
    "END:VEVENT",
  ];
}

/** "20261126T170000Z" */
const stamp = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d+/g, "");

const basic = (day: Day): string => day.replaceAll("-", "");

// Everything that RFC 5545 calls CONTROL, except what ends a line: that is marked.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text as a value: what would end it or begin another is marked, and what no calendar may hold is left out. */
export const escapeText = (text: string): string =>
  text
    .replace(CONTROL, "")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, "\\n");

const OCTETS = 75;

/** A line in pieces of at most 75 octets, each after the first begun by a space. No character is cut in half. */
export function fold(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > OCTETS) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join("\r\n");
}
