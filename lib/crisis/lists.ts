import { en } from "./en";
import { phraseList } from "./phrases";

/**
 * The phrases, one file a language, for whoever runs Onward to edit; a mistake in a file's form stops the build rather
 * than a member. A new language is a file beside en.ts, and a line here.
 */
export const lists = { en: phraseList.parse(en) };

export type Language = keyof typeof lists;
