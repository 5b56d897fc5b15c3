import { z } from "zod";
import { weekWords } from "@/lib/check-ins/words";
import { outcomes } from "@/lib/commitments/outcomes";
import { COMMITMENT_LENGTH } from "@/lib/commitments/rules";
import { day, mintedId, optionalChoice, optionalLine, rowId, tick } from "@/lib/form-fields";
import { isId } from "@/lib/ids";
import { needs } from "@/lib/posts/needs";

/** Under which key a check-in waits until it is sent. */
export const checkInDraftKey = (circleId: string) => `check-in:${circleId}`;

const commitment = optionalLine(COMMITMENT_LENGTH);
const optionalDay = z.union([z.literal("").transform(() => null), day]).default(null);

/** What somebody does with a commitment of an earlier week. */
export const nextSteps = ["rest", "carry", "smaller"] as const;

/** What is asked about each commitment of an earlier week: a field's name ends with the id of its commitment. */
export const askedOf = (id: string) => ({
  outcome: `outcome-${id}`,
  reason: `reason-${id}`,
  next: `next-${id}`,
  smaller: `smaller-${id}`,
});

const answer = z.object({
  outcome: optionalChoice(outcomes),
  reason: optionalLine(300),
  next: optionalChoice(nextSteps),
  smaller: commitment,
});

export type EarlierAnswer = z.output<typeof answer> & { id: string };

/** Three places for commitments, and whatever was asked about earlier ones. */
export const checkInForm = z
  .looseObject({
    circleId: rowId,
    word: z.enum(weekWords, "Please choose a word for your week. Any of them is fine."),
    line: optionalLine(300),
    need: z.enum(needs, "Please choose one of these."),
    id1: mintedId,
    id2: mintedId,
    id3: mintedId,
    words1: commitment,
    words2: commitment,
    words3: commitment,
    day1: optionalDay,
    day2: optionalDay,
    day3: optionalDay,
    /** Other words were offered for vague ones; they are taken, or left. */
    offered: tick,
    take: tick,
  })
  .transform(({ circleId, word, line, need, offered, take, ...form }, context) => {
    const earlier: EarlierAnswer[] = [];
    for (const id of idsIn(form)) {
      const names = askedOf(id);
      const said = Object.entries(names).map(([name, field]) => [name, form[field]]);
      const { data, error } = answer.safeParse(Object.fromEntries(said));
      if (data) earlier.push({ id, ...data });
      for (const { path, message } of error?.issues ?? []) {
        const name = names[path[0] as keyof typeof names];
        context.addIssue({ code: "custom", path: [name], message, input: form[name] });
      }
    }
    const places = [
      { id: form.id1, words: form.words1, byDay: form.day1 },
      { id: form.id2, words: form.words2, byDay: form.day2 },
      { id: form.id3, words: form.words3, byDay: form.day3 },
    ];
    return { circleId, word, line, need, offered, take, places, earlier };
  });

export type CheckIn = z.output<typeof checkInForm>;
export type Place = CheckIn["places"][number];

const idsIn = (form: Record<string, unknown>): string[] => {
  const ids = Object.keys(form).map((name) => /^(?:outcome|reason|next|smaller)-(.*)$/.exec(name)?.[1]);
  return [...new Set(ids.filter(isId))];
};
