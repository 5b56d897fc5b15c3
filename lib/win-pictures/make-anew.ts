import "server-only";
import sharp from "sharp";
import {
  kindOf,
  LONGEST_SIDE,
  MOST_PIXELS,
  MOST_PIXELS_IN_PASSES,
  type WhyNot,
} from "@/lib/win-pictures/rules";

/** A picture as it is kept: WebP, upright, with nothing in it but what can be seen. Sides in pixels. */
export type MadeAnew = { bytes: Uint8Array; width: number; height: number };

// Nothing but these three is ever opened, whatever a file claims to be: no SVG, no PDF, nothing that asks for others.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});
sharp.cache(false);
sharp.concurrency(1);

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a picture anew from what can be seen in it, one at a time: each takes memory for all of its pixels. How many
 * wait for that is for who lets them in (lib/win-pictures/in-place.ts).
 *
 * @returns why not, where it cannot be.
 */
export async function makeAnew(sent: Uint8Array): Promise<MadeAnew | WhyNot> {
  if (!kindOf(sent)) return "other-kind";
  const mine = last.then(() => redraw(sent));
  last = mine;
  return mine;
}

async function redraw(sent: Uint8Array): Promise<MadeAnew | WhyNot> {
  try {
    const {
      width = 0,
      height = 0,
      isProgressive,
    } = await sharp(sent, { limitInputPixels: false }).metadata();
    if (width * height > (isProgressive ? MOST_PIXELS_IN_PASSES : MOST_PIXELS)) return "too-many-pixels";
    const { data, info } = await sharp(sent, {
      limitInputPixels: MOST_PIXELS,
      sequentialRead: true,
      failOn: "error",
    })
      // Upright as it was taken: what said so goes with the rest of what cannot be seen.
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 80 })
      .timeout({ seconds: 15 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    // Whatever a stranger's file does to who reads it.
    return "unreadable";
  }
}
