/** Some mail programs take no longer address than this, and cut the letter. */
const LONGEST_LINK = 2000;

/**
 * An address that opens a letter in one's own mail program, to be sent from there (RFC 6068): to nobody yet, lines
 * end in CR LF, and whatever could mean something in an address is written out.
 */
export const mailLink = (subject: string, letter: string): string =>
  `mailto:?subject=${written(subject)}&body=${written(letter)}`;

export const isLongForMail = (link: string): boolean => link.length > LONGEST_LINK;

const written = (text: string): string =>
  encodeURIComponent(text.toWellFormed().replace(/\r\n?|\n/g, "\r\n")).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
