import { describe, expect, test } from "vitest";
import { knownLanguage, sameLanguage } from "@/lib/circles/known-language";
import { LANGUAGES } from "@/lib/circles/languages";

describe("the language of a circle, written as its people like", () => {
  test.each([
    ["english", "English"],
    [" ENGLISH ", "English"],
    ["German", "Deutsch"],
    ["german", "Deutsch"],
    ["allemand", "Deutsch"],
    ["Englisch", "English"],
    ["İngilizce", "English"],
    ["ingilizce", "English"],
    ["espanol", null],
    ["castellano", "Español"],
    ["Farsi", "فارسی"],
    ["Chinese", "中文"],
    ["English, some German", null],
    ["Magyar", null],
    ["", null],
  ])("%j is known as %j", (written, known) => {
    expect(knownLanguage(written)).toBe(known);
  });

  test("each language that is offered is known by its own name, and none by another's", () => {
    expect(LANGUAGES.map(knownLanguage)).toEqual([...LANGUAGES]);
    const names = LANGUAGES.flatMap((_, at) => {
      const tags = [
        "en",
        "de",
        "es",
        "fr",
        "it",
        "nl",
        "pl",
        "pt",
        "sv",
        "tr",
        "uk",
        "ru",
        "ar",
        "fa",
        "hi",
        "zh",
        "ja",
        "ko",
      ];
      return tags.map((reader) => [
        new Intl.DisplayNames(reader, { type: "language" }).of(tags[at] ?? ""),
        LANGUAGES[at],
      ]);
    });
    for (const [name, language] of names) expect(knownLanguage(name ?? "")).toBe(language);
  });

  test("two circles that speak one that is not offered speak the same", () => {
    expect(sameLanguage(" Magyar")).toBe(sameLanguage("magyar"));
    expect(sameLanguage("German")).toBe(sameLanguage("deutsch"));
  });
});
