import { linkedWords, paragraphsOf } from "./linked-words";

/**
 * What a member wrote, as it was written: paragraphs and line breaks stay, addresses become links, and
 * nothing else is markup.
 */
export function Prose({
  text,
  size = "post",
  className = "",
}: {
  text: string;
  /** `letter`: a page to oneself. `post`: in a feed. `reply`: an answer, in the interface's own type. */
  size?: "letter" | "post" | "reply";
  className?: string;
}) {
  return (
    <div dir="auto" className={`max-w-words space-y-[0.8em] wrap-anywhere ${sizes[size]} ${className}`}>
      {paragraphsOf(text).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a text have no other name, and no state.
        <p key={index} dir="auto" className="whitespace-pre-wrap">
          {linkedWords(paragraph).map(({ text: words, href }, at) =>
            href ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <a key={at} href={href} rel="noopener nofollow ugc" className="link">
                {words}
              </a>
            ) : (
              words
            ),
          )}
        </p>
      ))}
    </div>
  );
}

const sizes = {
  letter: "font-serif text-xl",
  post: "font-serif text-lg",
  reply: "text-base",
};
