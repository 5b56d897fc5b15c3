import type { PhraseList } from "@/lib/crisis/phrases";

type Spelling = Pick<PhraseList, "spellings" | "endings" | "fillers">;

/** Sentences in small letters, one space after each word, commas as words, spelled as the list spells. */
export function sentencesOf(text: string, { spellings, endings, fillers }: Spelling): string[] {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/\p{Cf}/gu, "");
  const skipped = new Set(fillers);
  return plain.split(/[.!?\u2026]+|\n+/).flatMap((sentence) => {
    const words = sentence.match(/[\p{L}\p{M}\p{N}']+|[,;:()\u2013\u2014]|(?<= )-+(?= )/gu) ?? [];
    const spelled = words.flatMap((word) => {
      if (!/[\p{L}\p{N}]/u.test(word)) return [","];
      const bare = word.replace(/^'+|'+$/g, "");
      if (skipped.has(bare)) return [];
      const known = Object.hasOwn(spellings, bare) ? spellings[bare] : undefined;
      if (known !== undefined) return [known];
      const ending = Object.keys(endings).find((one) => bare.endsWith(one) && bare !== one);
      return ending ? [bare.slice(0, -ending.length), endings[ending] ?? ""] : [bare];
    });
    return spelled.length > 0 ? [`${spelled.join(" ")} `] : [];
  });
}
