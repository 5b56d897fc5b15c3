import "server-only";
import { z } from "zod";
import type { PrivateWords } from "@/lib/private-words";

type Values = Record<string, string[]>;

// A field's values are a list, so no form's own field can be taken for this.
const sealed = z.object({ sealed: z.string() });

/** What was typed, opened; null where it does not open. */
export function openValues(words: PrivateWords, key: string, stored: unknown): Values | null {
  const { data } = sealed.safeParse(stored);
  const text = words.open("drafts.values", key, data?.sealed ?? JSON.stringify(stored));
  return text.startsWith("{") ? JSON.parse(text) : null;
}
