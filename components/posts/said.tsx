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
        // A dot before each; where a line begins, it falls outside and is not seen.
        <div className="mt-1.5 overflow-x-clip">
          <ul className="-ml-3.5 flex flex-wrap text-muted text-sm">
            {details.map((detail) => (
              <li key={detail} className="relative pl-3.5">
                <span aria-hidden="true" className="absolute left-1">
                  ·
                </span>
                <bdi>{detail}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
