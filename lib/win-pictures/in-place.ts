import "server-only";

/*
 * A picture takes memory from its first byte until it is kept: as it comes, as it is read, and for all of its pixels.
 * So whoever sends one takes a place before anything of it is heard.
 */

/** So many pictures are open at once in one process, and so many of one member's: nobody takes every place. */
export const MOST_OPEN = 12;
export const MOST_OPEN_EACH = 2;

/** Whose pictures are open: a name for each. */
let open: string[] = [];

/**
 * Does `work` in a place of its own, which is free again when that is done.
 *
 * @param whose the id of the member who sends.
 * @param work is told whether there was a place; without one it keeps nothing of the picture.
 */
export async function inPlace<T>(whose: string, work: (hasPlace: boolean) => Promise<T>): Promise<T> {
  const theirs = open.filter((other) => other === whose);
  if (open.length >= MOST_OPEN || theirs.length >= MOST_OPEN_EACH) return work(false);
  open.push(whose);
  return work(true).finally(() => {
    open = open.toSpliced(open.indexOf(whose), 1);
  });
}
