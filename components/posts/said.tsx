import type { ReactNode } from "react";
import { Chip } from "@/components/ui/chip";
import { type Need, needWords } from "@/lib/posts/needs";

const needIcons = { listen: "ear", ideas: "lightbulb", both: "ear" } as const;

/** What the author needs from the circle. */
export function NeedChip({ need }: { need: Need }) {
  return (
    <Chip icon={needIcons[need]} tone="line">
      {needWords[need].shown}
    </Chip>
  );
}

/** What the author chose to say: the words, and the short facts that go along with them. */
export function Said({ words, details }: { words: ReactNode; details: string[] }) {
  return (
    <>
      {words}
      {details.length > 0 && (
        <ul className="mt-1.5 flex flex-wrap gap-x-1.5 text-muted text-sm">
          {details.map((detail, index) => (
            <li key={detail}>
              <bdi>{detail}</bdi>
              {index < details.length - 1 && <span aria-hidden="true"> ·</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
