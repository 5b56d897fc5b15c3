import { LANGUAGES, type OfferedLanguage } from "@/lib/circles/languages";

/*
 * Which language a circle speaks is written as its people like; who looks for a circle chooses among those that are
 * offered by name. So that "german", "Deutsch" and "allemand" are one language, what is written is known by every name
 * that an offered language has in any of them. What is none of these names, or more than one, is no offered language.
 */

const TAGS: Record<OfferedLanguage, string> = {
  English: "en",
  Deutsch: "de",
  Español: "es",
  Français: "fr",
  Italiano: "it",
  Nederlands: "nl",
  Polski: "pl",
  Português: "pt",
  Svenska: "sv",
  Türkçe: "tr",
  Українська: "uk",
  Русский: "ru",
  العربية: "ar",
  فارسی: "fa",
  हिन्दी: "hi",
  中文: "zh",
  日本語: "ja",
  한국어: "ko",
};

/** Names that people use besides, and Unicode's list does not. */
const ALSO: [string, OfferedLanguage][] = [
  ["Castellano", "Español"],
  ["Farsi", "فارسی"],
  ["Mandarin", "中文"],
];

// Turkish writes İ, of which a dot is left on its own.
const plain = (name: string): string =>
  name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase().replaceAll("\u0307", "");

let kept: Map<string, OfferedLanguage> | undefined;

function names(): Map<string, OfferedLanguage> {
  if (kept) return kept;
  kept = new Map(ALSO.map(([name, language]) => [plain(name), language]));
  for (const reader of Object.values(TAGS)) {
    const called = new Intl.DisplayNames(reader, { type: "language" });
    for (const language of LANGUAGES) kept.set(plain(called.of(TAGS[language]) ?? language), language);
  }
  for (const language of LANGUAGES) kept.set(plain(language), language);
  return kept;
}

/** The offered language that is meant; null where it is none of them. */
export const knownLanguage = (written: string): OfferedLanguage | null => names().get(plain(written)) ?? null;

/** By which two circles are known to speak the same, offered or not. */
export const sameLanguage = (written: string): string => knownLanguage(written) ?? plain(written);
