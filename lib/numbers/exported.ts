/** What a member can take along as a file, by its name. */
export const exported = ["goals", "entries", "wins"] as const;
export type Exported = (typeof exported)[number];

export const exportedWords: Record<Exported, string> = { goals: "Goals", entries: "Entries", wins: "Wins" };

export type Format = "csv" | "json";

/** What a file's name asks for: "entries.csv". */
export function fileIn(name: string): { what: Exported; as: Format } | null {
  const [, what, as] = /^(goals|entries|wins)\.(csv|json)$/.exec(name) ?? [];
  return what && as ? { what: what as Exported, as: as as Format } : null;
}
