import { createHmac } from "node:crypto";
import { keyFor } from "@/lib/vault";

/*
 * What is remembered of a text for which the card was shown, so that it is not shown again for the same: how many
 * words it had, and a few numbers that its words lead to by the installation's key. Two sketches tell how much of one
 * text is in the other, and neither tells a word.
 */

/** `marks` are numbers of three bytes, the smallest first, in base64url. */
export type Sketch = { words: number; marks: string };

/** So many words of a text are remembered: all of a short one, and a fair sample of a long one. */
const MARKS = 48;

/** By how much a text has to change to be another. */
const ANOTHER = 1 / 3;

export function sketchOf(text: string): Sketch {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const key = keyFor("aside");
  const times = new Map<string, number>();
  const each = words.map((word) => {
    const nth = (times.get(word) ?? 0) + 1;
    times.set(word, nth);
    return createHmac("sha256", key).update(`${word} ${nth}`).digest().readUIntBE(0, BYTES);
  });
  const smallest = inOrder(each).slice(0, MARKS);
  const marks = Buffer.alloc(smallest.length * BYTES);
  for (const [at, mark] of smallest.entries()) marks.writeUIntBE(mark, at * BYTES, BYTES);
  return { words: words.length, marks: marks.toString("base64url") };
}

const BYTES = 3;

const inOrder = (marks: number[]): number[] => [...new Set(marks)].sort((one, other) => one - other);

function marksOf({ marks }: Sketch): number[] {
  const bytes = Buffer.from(marks, "base64url");
  return Array.from({ length: bytes.length / BYTES }, (_, at) => bytes.readUIntBE(at * BYTES, BYTES));
}

/** Whether at least a third was added, taken out, or put in other words. */
export function isAnother(before: Sketch, now: Sketch): boolean {
  const most = Math.max(before.words, now.words);
  return most - sharedBy(before, now) >= before.words * ANOTHER;
}

/** How many words the two share: counted for short texts, judged by the sample for long ones. */
function sharedBy(one: Sketch, other: Sketch): number {
  const [mine, theirs] = [marksOf(one), marksOf(other)];
  const isWhole = one.words <= MARKS && other.words <= MARKS;
  const union = inOrder([...mine, ...theirs]);
  const sample = isWhole ? union : union.slice(0, MARKS);
  if (sample.length === 0) return 0;
  const both = sample.filter((mark) => mine.includes(mark) && theirs.includes(mark)).length;
  const overlap = both / sample.length;
  return (overlap / (1 + overlap)) * (one.words + other.words);
}
