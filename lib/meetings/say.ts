/** Names in a sentence: "Heron", "Heron and Wren", "Heron, Wren and Alder". */
export function sayNames(names: string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** "Heron and Wren have written"; null when nobody has. */
export const sayWhoWrote = (names: string[]): string | null =>
  names.length === 0
    ? null
    : `${sayNames(names)} ${names.length === 1 && names[0] !== "You" ? "has" : "have"} written`;
