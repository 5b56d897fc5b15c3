import type { EveryOf } from "@/lib/every-of";
import type { Level, Pace } from "@/lib/generated/enums";

/* Apart from schema.ts, whose zod no browser has to load for a few words. */

export const levels = ["entry", "mid", "senior", "changing"] as const satisfies readonly Level[];
export const paces = ["weekly", "twice"] as const satisfies readonly Pace[];

export const levelWords: Record<EveryOf<typeof levels, Level>, string> = {
  entry: "At the beginning",
  mid: "Some years in",
  senior: "Many years in",
  changing: "Changing direction",
};

export const paceWords: Record<EveryOf<typeof paces, Pace>, string> = {
  weekly: "Once a week",
  twice: "Twice a week",
};

/** Where somebody looks for work, roughly. */
export const fieldWords = {
  care: "Health and care",
  craft: "Crafts and building",
  culture: "Culture and media",
  design: "Design",
  engineering: "Engineering",
  finance: "Money and insurance",
  hospitality: "Food and travel",
  law: "Law",
  logistics: "Transport and logistics",
  office: "Office and administration",
  public: "Public service",
  research: "Science and research",
  sales: "Sales and shops",
  software: "Software and data",
  teaching: "Teaching",
  other: "Something else",
} as const;
export type Field = keyof typeof fieldWords;
export const fields = Object.keys(fieldWords) as Field[];
