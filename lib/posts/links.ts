import tlds from "tlds";

/*
 * Whether words lead somewhere outside: an address written out, or so that people can type it. It errs towards yes
 * where a full stop is followed at once by what ends addresses ("no.me too"): what is held for a moment is not lost.
 * What people write of their work ("Node.js", "ASP.NET", "e.g.", "3.5") leads nowhere.
 */

/** Everything that ends addresses (IANA's list), but for what more often ends the name of a file. */
const ENDS = new Set(tlds.filter((end) => !["md", "py", "rs", "sh"].includes(end)));

/** What ends addresses and is no word that begins a sentence: an end however it is written, and after a space, too. */
const STRONG = [
  ..."com net org info biz io ai dev app xyz gle gg ly cc tv fm mobi icu vip".split(" "),
  ..."de uk eu fr nl ch es pl se dk cz pt ie br ca au nz jp kr cn ru ua tr za ng ke".split(" "),
  ..."рф онлайн сайт рус 中国 网站 在线 公司".split(" "),
].join("|");

/** At most as long as the web allows, so that a long word is not gone through anew from each of its letters. */
const LABEL = "[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,62}";
const END = "(?![\\p{L}\\p{N}_])";
/** A dot in brackets, as in "example[.]com" and "example (dot) com". */
const IN_BRACKETS = "\\s*[([{]\\s*(?:dot|\\.)\\s*[)\\]}]\\s*";

const links = [
  // "https://...", "www....", somebody@somewhere, and a number with a path.
  /\b[a-z][a-z0-9+.-]*:\/\/\S/iu,
  /\bwww\s?\.\s?\S/iu,
  /[\p{L}\p{N}._%+-]@[\p{L}\p{N}-]+\.\p{L}{2,}/iu,
  /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}[:/]\w/u,
  // Anything with a path: "t.me/x", "forms.gle/x".
  new RegExp(
    `${LABEL}\\.(?!(?:js|ts|tsx|jsx|py|rs|md|sh|txt|pdf)/)\\p{L}{2,24}(?::\\d+)?/[\\p{L}\\p{N}?#@_-]`,
    "iu",
  ),
  new RegExp(`${LABEL}(?:\\.|${IN_BRACKETS}|\\s+\\.\\s*|\\s+dot\\s+)(?:${STRONG})${END}`, "iu"),
  // With a space after the dot alone, sentences begin.
  new RegExp(`${LABEL}\\.\\s+(?:com|net|org|xyz)${END}`, "u"),
  // An end in the letters that the web itself writes for others: "example.xn--p1ai".
  new RegExp(`${LABEL}(?:\\.|${IN_BRACKETS})xn--[a-z0-9]`, "iu"),
];

/** What may be any end, to be looked up. */
const ended = new RegExp(`${LABEL}(?:\\.|${IN_BRACKETS})(\\p{L}{2,24})${END}`, "gu");

/** A word that begins a sentence is none: "Then nothing.In the end" leads nowhere, "earn.in" and "EARN.IN" may. */
const isEnd = (word: string): boolean =>
  ENDS.has(word) || (word === word.toUpperCase() && ENDS.has(word.toLowerCase()));

/** What looks like one and is something that people work with. */
const TOOLS = /\b(?:asp|ado|vb|ml)\.net\b(?!\/)|\b(?:socket|draw)\.io\b(?!\/)/giu;

/** Without what nobody sees, by which an address can be split, and with every dot as a dot. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}|\u034f|[\u115f\u1160\u3164]|[\ufe00-\ufe0f]/gu, "")
    .replace(/[\u3002\u00b7\u2022\u2027\u30fb]|&#(?:46|x2e);|%2e/giu, ".")
    .replace(/\s*[([{]\s*(?:at|@)\s*[)\]}]\s*/giu, "@");

/** Whether words lead somewhere outside. */
export function holdsLink(text: string): boolean {
  const words = plain(text).replace(TOOLS, " ");
  return (
    links.some((link) => link.test(words)) || [...words.matchAll(ended)].some(([, end = ""]) => isEnd(end))
  );
}

/** Services at which people meet by video: a link to one of them leads to a room, and to nothing else. */
const MEETING_SERVICES = [
  ..."meet.jit.si meet.google.com zoom.us teams.microsoft.com teams.live.com whereby.com webex.com".split(
    " ",
  ),
  ..."bigbluebutton.org meet.goto.com meet.element.io senfcall.de fairmeeting.net".split(" "),
];

export const isMeetingLink = (link: string): boolean => {
  const host = URL.canParse(link) ? new URL(link).hostname : "";
  return MEETING_SERVICES.some((service) => host === service || host.endsWith(`.${service}`));
};
