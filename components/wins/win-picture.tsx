import type { PictureCard } from "@/lib/win-pictures/queries";

/** A picture of the member's own. Without words for it, it is said that it is there. */
export function WinPicture({ picture: { src, alt, width, height } }: { picture: PictureCard }) {
  return (
    // biome-ignore lint/performance/noImgElement: Next's optimiser is closed, and this is nobody's but its member's.
    <img
      src={src}
      alt={alt ?? "A picture of yours, not described yet"}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      className="mt-3 h-auto max-h-96 w-auto max-w-full rounded-xl"
    />
  );
}
