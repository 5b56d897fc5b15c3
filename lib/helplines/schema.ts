import { z } from "zod";

/** As it is dialled inside the country: three digits at least, in groups. */
const number = z.string().regex(/^\d(?: ?\d){2,14}$/);

const line = z.object({
  name: z.string().min(2),
  phone: number.optional(),
  /** Where a text goes, and what to write if a word is asked for. */
  text: z.object({ number, word: z.string().optional() }).optional(),
  web: z.url({ protocol: /^https$/ }).optional(),
  /** When someone answers, in words. */
  hours: z.string().min(3),
  languages: z.array(z.string()).min(1),
  /** For whom, where it is not for everybody. */
  note: z.string().optional(),
});

const country = z.object({
  /** ISO 3166-1 alpha-2 */
  code: z.string().regex(/^[A-Z]{2}$/),
  name: z.string(),
  /** What to dial when a life is in danger now. */
  emergency: z.string().regex(/^\d{2,4}$/),
  lines: z
    .array(line.refine(({ phone, text, web }) => phone || text || web, "A line needs a way to reach it."))
    .min(1),
  /** The day on which somebody last compared this with its source. */
  checked: z.iso.date(),
  source: z.string(),
});

/** What helplines.json may say. */
export const helplineList = z.object({
  directory: z.object({ name: z.string(), web: z.url({ protocol: /^https$/ }) }),
  countries: z.array(country),
});

export type HelplineList = z.infer<typeof helplineList>;
export type HelplineCountry = HelplineList["countries"][number];
export type Helpline = HelplineCountry["lines"][number];
