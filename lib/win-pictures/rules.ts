/*
 * A win may have one picture, a photograph or drawing of its member's own. What they send is looked at by what is in
 * it, not by what it is called: JPEG, PNG or WebP, at most 5 MB. It is then made anew from what can be seen, upright
 * and no larger than a screen, so that nothing else is left in it: no place, no time, no camera, no file inside the
 * file. The picture is its member's alone; it goes to no circle and to no supporter.
 *
 * Whatever becomes of a picture, the words of its win are kept already, and what was typed beside it comes back.
 */

const MEGABYTE = 1024 * 1024;

export const MOST_MEGABYTES = 5;
export const MOST_BYTES = MOST_MEGABYTES * MEGABYTE;
/** Beside the picture itself: a line of words, ids, and what parts them. */
export const MOST_BYTES_OF_FORM = MOST_BYTES + 64 * 1024;
/**
 * What is larger is heard to its end and thrown away, so that the answer is read; beyond this nobody is listened to.
 */
export const MOST_BYTES_HEARD = 64 * MEGABYTE;

/** What a camera makes, with some room; a small file can claim a picture that no memory holds. */
export const MOST_PIXELS = 64_000_000;
/**
 * The same of a file that comes in passes, from coarse to fine: all of it lies in memory, and it takes several times as
 * long.
 */
export const MOST_PIXELS_IN_PASSES = 30_000_000;
/** In pixels: as much as is seen of it on a large screen, and on paper. */
export const LONGEST_SIDE = 1600;
export const MOST_PICTURES = 500;

type PictureKind = "jpeg" | "png" | "webp";

/** What a browser may offer to choose from. Only what is in a file counts. */
export const ACCEPTED = "image/jpeg,image/png,image/webp";

/** What a file is, by how it begins; null for everything that is not taken. */
export function kindOf(bytes: Uint8Array): PictureKind | null {
  const is = (from: number, ...signs: number[]) => signs.every((sign, at) => bytes[from + at] === sign);
  if (is(0, 0xff, 0xd8, 0xff)) return "jpeg";
  if (is(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (is(0, 0x52, 0x49, 0x46, 0x46) && is(8, 0x57, 0x45, 0x42, 0x50)) return "webp";
  return null;
}

/** Why a picture was not kept, as its page says it. The code stands in the address, and nothing else of it does. */
export const whyNot = {
  none: "Choose a picture first. Your words are still here.",
  "too-large": `That picture is larger than ${MOST_MEGABYTES} MB, so it was not kept. Most phones can send a smaller one: a screenshot of it is enough. Your words are still here.`,
  "other-kind":
    "That is no JPEG, PNG or WebP picture, whatever it is called, so it was not kept. Your words are still here.",
  "too-many-pixels":
    "That picture has more pixels than can be looked at here, so it was not kept. A smaller copy or a screenshot of it will do. Your words are still here.",
  unreadable:
    "That picture could not be read to its end, so it was not kept. Perhaps it was damaged on its way: please try again, or take another. Your words are still here.",
  "too-long":
    "What you said of the picture is longer than 300 characters. Please make it a little shorter and choose the picture again. Your words are still here.",
  busy: "Many pictures came at once just now, so this one was not kept. Please try again in a moment. Your words are still here.",
  often:
    "Those were a lot of pictures in a short time, so this one was not kept. Please try again in an hour. Your words are still here.",
  full: `There are ${MOST_PICTURES} pictures beside your wins, and there is no room for more. Take off one that you need no longer, then try again. Your words are still here.`,
  resting:
    "Your account rests just now, so the picture was not kept. Until when and why stands under Settings. Your words are still here.",
  damaged: "That did not arrive whole, so nothing was kept. Please choose the picture again.",
} as const;

export type WhyNot = keyof typeof whyNot;

/** What the address says about the picture that was just sent, if it says so in a way that is ours. */
export const whyNotIn = (text: unknown): WhyNot | null =>
  typeof text === "string" && Object.hasOwn(whyNot, text) ? (text as WhyNot) : null;
