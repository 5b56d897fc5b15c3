import { Prose } from "@/components/ui/prose";

/** What a circle agreed on, one agreement a line, in the members' own words. */
export function Agreements({ text }: { text: string }) {
  const lines = text.split("\n").filter((line) => line.trim());
  return (
    <ul className="grid gap-2.5">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name, and no state.
        <li key={index}>
          <Prose text={line} />
        </li>
      ))}
    </ul>
  );
}
