/**
 * The initials of an alias on a soft colour that stays the same for it. It is decoration: the alias always
 * stands beside it in words.
 */
export function Avatar({
  alias,
  size = "normal",
  ring = false,
  muted = false,
}: {
  alias: string;
  size?: "small" | "normal" | "large";
  /** Whose turn it is. */
  ring?: boolean;
  /** Who has been quiet. */
  muted?: boolean;
}) {
  const tone = muted
    ? "border border-dashed border-control text-muted"
    : hueOf(alias) === "clay"
      ? "bg-clay-soft text-clay"
      : "bg-sage-soft text-sage";
  return (
    <span
      aria-hidden="true"
      className={`grid flex-none select-none place-items-center rounded-full font-semibold ${sizes[size]} ${tone} ${ring ? "outline-2 outline-offset-3 outline-sage" : ""}`}
    >
      {initialsOf(alias)}
    </span>
  );
}

const sizes = { small: "size-8 text-xs", normal: "size-11 text-base", large: "size-13 text-base" };

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
