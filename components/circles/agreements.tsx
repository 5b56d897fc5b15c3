import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";

/** What a circle agreed on, one agreement a line, in the members' own words. */
export function Agreements({ text }: { text: string }) {
  const lines = text.split("\n").filter((line) => line.trim());
  return (
    <ul className="grid gap-2.5">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name, and no state.
        <li key={index}>
          <Prose words={wordsToDraw(line)} />
        </li>
      ))}
    </ul>
  );
}
