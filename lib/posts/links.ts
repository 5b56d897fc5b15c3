/*
 * Whether words lead somewhere outside: an address written out, or so that people can type it. It errs towards yes
 * where a full stop is followed at once by what ends addresses ("no.me too"): what is held for a moment is not lost.
 * What people write of their work ("Node.js", "ASP.NET", "e.g.", "3.5") leads nowhere.
 */

/** What ends addresses and is no word that begins a sentence. */
const STRONG = [
  ..."com net org info biz io ai dev app xyz gle gg ly cc tv fm mobi icu vip".split(" "),
  ..."de uk eu fr nl ch es pl se dk cz pt ie br ca au nz jp kr cn ru ua tr za ng ke".split(" "),
  ..."рф онлайн сайт рус 中国 网站 在线 公司".split(" "),
];

/** What ends addresses and may be a word: "Then nothing.In the end" leads nowhere, "earn.in" may. */
const WORDS = [
  ..."co me to at us in it is be".split(" "),
  ..."shop store chat online site website web top link click live club pro page tech space fun work works".split(
    " ",
  ),
  ..."jobs careers team group world life money cash finance bid win loan name tel".split(" "),
];

const any = (ends: string[]) => `(?:${ends.join("|")})`;
const lowered = (ends: string[]) => any(ends.flatMap((end) => [end, end.toUpperCase()]));

const LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?";
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
  new RegExp(`${LABEL}(?:\\.|${IN_BRACKETS}|\\s+\\.\\s*|\\s+dot\\s+)${any(STRONG)}${END}`, "iu"),
  // With a space after the dot alone, sentences begin.
  new RegExp(`${LABEL}\\.\\s+(?:com|net|org|xyz)${END}`, "u"),
  new RegExp(`${LABEL}(?:\\.|${IN_BRACKETS})${lowered(WORDS)}${END}`, "u"),
];

/** What looks like one and is something that people work with. */
const TOOLS = /\b(?:asp|ado|vb|ml)\.net\b(?!\/)|\b(?:socket|draw)\.io\b(?!\/)/giu;

/** Without what nobody sees, by which an address can be split, and with every dot as a dot. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}|\u034f|[\u115f\u1160\u3164]|[\ufe00-\ufe0f]/gu, "")
    .replace(/[\u3002\u00b7\u2022]/gu, ".");

/** Whether words lead somewhere outside. */
export function holdsLink(text: string): boolean {
  const words = plain(text).replace(TOOLS, " ");
  return links.some((link) => link.test(words));
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
