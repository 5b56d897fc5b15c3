import "server-only";
import { findAside, keepAside } from "@/lib/crisis/aside";
import { noticesDangerInAny } from "@/lib/crisis/rules";
import { isAnother, sketchOf } from "@/lib/crisis/sketch";
import { isId } from "@/lib/ids";
import { deriveSecret } from "@/lib/vault";

/** What a form carries that nobody wrote. */
const NOT_WRITTEN = /^(?:id|draftKey|typedAt|seen|code|alias|email)$|Id$|password/i;

type Values = Record<string, string[]>;

/** More than any form of ours holds. A form may carry fields that no schema knows, and reading them costs everybody. */
const MOST_CHARACTERS = 64_000;

/**
 * Looks at words that a member just kept, and opens the card for them alone where these may say that a life is in
 * danger. Not again for the same thing, unless its words changed by a third.
 *
 * @returns whether the card was opened just now.
 */
export async function noteWords(memberId: string, values: Values): Promise<boolean> {
  const written = Object.entries(values).filter(([name]) => !NOT_WRITTEN.test(name));
  const text = written
    .flatMap(([, texts]) => texts.filter((one) => !isId(one)))
    .join("\n")
    .slice(0, MOST_CHARACTERS);
  if (!noticesDangerInAny(text)) return false;
  const aside = await findAside(memberId);
  const about = deriveSecret("aside", thingOf(values)).toString("base64url").slice(0, 12);
  const sketch = sketchOf(text);
  const before = aside.shown.find((shown) => shown.about === about);
  if (before && !isAnother(before, sketch)) return false;
  const others = aside.shown.filter((shown) => shown !== before);
  await keepAside({ ...aside, open: { answer: null }, shown: [...others, { about, ...sketch }] });
  return true;
}

/** What a form is about: the row that it makes or changes, or else its place. A changed setback is the same setback. */
function thingOf(values: Values): string {
  const about = Object.entries(values).find(([name]) => name !== "circleId" && /(?:^i|I)d$/.test(name));
  return about?.[1][0] ?? values.draftKey?.[0] ?? "";
}
