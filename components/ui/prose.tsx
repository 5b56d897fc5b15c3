/** A stretch of what a member wrote: words, or words that are an address. */
export type Stretch = { text: string; href?: string };

/** What a member wrote, as `wordsToDraw` (linked-words.ts) made it: a text, or paragraphs with links in them. */
export type Words = string | Stretch[][];

/**
 * What a member wrote, as it was written: paragraphs and line breaks stay, addresses become links, and
 * nothing else is markup.
 */
export function Prose({
  words,
  size = "post",
  className = "",
}: {
  words: Words;
  /** `letter`: a page to oneself. `post`: in a feed. `reply`: an answer, in the interface's own type. */
  size?: "letter" | "post" | "reply";
  className?: string;
}) {
  const paragraphs = typeof words === "string" ? paragraphsOf(words).map((text) => [{ text }]) : words;
  return (
    <div dir="auto" className={`prose ${sizes[size]} ${className}`}>
      {paragraphs.map((paragraph: Stretch[], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a text have no other name, and no state.
        <p key={index} dir="auto">
          {paragraph.map(({ text, href }, at) =>
            href ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <a key={at} href={href} rel="noopener nofollow ugc" className="link">
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </p>
      ))}
    </div>
  );
}

/** The paragraphs of a text: an empty line stands between two. */
export const paragraphsOf = (text: string): string[] =>
  text
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ""))
    .filter((paragraph) => paragraph.trim() !== "");

const sizes = {
  letter: "font-serif text-xl",
  post: "font-serif text-lg",
  reply: "text-base",
};
