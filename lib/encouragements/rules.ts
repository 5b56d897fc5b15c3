import type { EncouragementKind } from "@/lib/encouragements/schema";
import type { PostKind } from "@/lib/generated/enums";

/*
 * A warm signal fits what it answers: gladness goes to a win or to progress; company, experience and respect
 * go to a setback or an ask. Members encourage each other, not themselves, and only what still stands. Who
 * encouraged is said in words, by name; nobody is counted.
 */

type Post = {
  authorId: string | null;
  kind: PostKind;
  takenBackAt: Date | null;
};

export const encouragementsFor = (kind: Post["kind"]): EncouragementKind[] =>
  kind === "win" || kind === "progress" ? ["glad"] : ["with_you", "been_there", "brave"];

export const canEncourage = (viewer: { id: string }, post: Post, kind: EncouragementKind): boolean =>
  post.authorId !== viewer.id && post.takenBackAt === null && encouragementsFor(post.kind).includes(kind);

/** What the button says. */
export const encouragementWords: Record<EncouragementKind, string> = {
  with_you: "With you",
  been_there: "Been there",
  brave: "That was brave",
  glad: "Glad with you",
};

/**
 * Who gave one kind of signal: "Wren and you are with Heron", or, read by Heron, "Wren is with you".
 * `others` are aliases, `you` says whether the viewer is one of them, `author` is null for the author.
 */
export function sayWhoEncouraged(
  kind: EncouragementKind,
  others: string[],
  you: boolean,
  author: string | null,
): string | null {
  if (others.length === 0 && !you) return null;
  const names =
    others.length === 0
      ? "You"
      : new Intl.ListFormat("en-GB", { type: "conjunction" }).format(you ? [...others, "you"] : others);
  const alone = others.length === 1 && !you;
  const them = author ?? "you";
  if (kind === "with_you") return `${names} ${alone ? "is" : "are"} with ${them}`;
  if (kind === "been_there") return `${names} ${alone ? "has" : "have"} been there`;
  if (kind === "glad") return `${names} ${alone ? "is" : "are"} glad with ${them}`;
  return `${names} ${alone ? "finds" : "find"} this brave`;
}
