/**
 * The initials of an alias on a soft colour that stays the same for it. It is decoration: the alias always
 * stands beside it in words.
 */
export function Avatar({
  alias,
  size,
  ring = false,
  muted = false,
}: {
  alias: string;
  size?: "small" | "large";
  /** Whose turn it is. */
  ring?: boolean;
  /** Who has been quiet. */
  muted?: boolean;
}) {
  const tone = muted ? "quiet" : hueOf(alias);
  return (
    <span aria-hidden="true" className={["avatar", size, tone, ring && "theirs"].filter(Boolean).join(" ")}>
      {initialsOf(alias)}
    </span>
  );
}

/** "Wren" → "W", "Quiet Heron" → "QH". Whole characters, so that no letter is cut in half. */
export function initialsOf(alias: string): string {
  const words = alias.trim().split(/\s+/).filter(Boolean).slice(0, 2);
  return words.map((word) => [...word][0]?.toLocaleUpperCase("en") ?? "").join("");
}

/** By an upper bit of FNV-1a: the lowest ones of a sum would go by the last letter, and names are alike there. */
export function hueOf(alias: string): "sage" | "clay" {
  let sum = 0x811c9dc5;
  for (const letter of alias) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (sum >>> 25) & 1 ? "clay" : "sage";
}
