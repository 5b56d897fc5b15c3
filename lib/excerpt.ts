const MARK = " …";

/** The beginning of somebody's words in one line, as a form of one line can take them. */
export const inOneLine = (words: string, longest: number): string =>
  excerptOf(words.replace(/\s+/g, " ").trim(), longest);

/**
 * The beginning of a text that is longer than `longest`, cut between words where there are any, and never
 * within what is seen as one letter. With its mark it is at most `longest` long, counted as a form counts
 * characters, so that it fits a field of that length.
 */
export function excerptOf(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let beginning = "";
  for (const { segment: letter } of new Intl.Segmenter().segment(text)) {
    if (beginning.length + letter.length + MARK.length > longest) break;
    beginning += letter;
  }
  const lastSpace = beginning.search(/\s\S*$/);
  // A script without spaces, or a very long word, is cut where it is.
  const words = lastSpace > longest / 2 ? beginning.slice(0, lastSpace) : beginning;
  return words.replace(/[\s,;:.]+$/, "") + MARK;
}
