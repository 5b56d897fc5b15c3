import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import { outcomeWords } from "@/lib/commitments/outcomes";
import { categoryWords } from "@/lib/goals/schema";
import type { Entry } from "@/lib/numbers/list-entries";
import { titleOf } from "@/lib/setbacks/rules";

/** The entries that a figure was counted from, day by day. */
export function EntryList({ entries }: { entries: Entry[] }) {
  if (entries.length === 0) {
    return <EmptyState title="Nothing here">Nothing was written down that this would count.</EmptyState>;
  }
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id} className="border-line border-t py-3 first:border-t-0">
          <p className="text-muted text-sm">
            {entry.said}: {kindOf(entry)}
          </p>
          <Words entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function kindOf({ what, category, outcome }: Entry): string {
  if (what === "effort") return category ? categoryWords[category] : "Effort";
  if (what === "commitment")
    return `in the week that begins then, ${outcome ? outcomeWords[outcome].toLowerCase() : "open"}`;
  return { win: "a win", word: "you spoke in a circle", setback: "a setback" }[what];
}

function Words({ entry: { id, what, words, setback, circleId, howMuch } }: { entry: Entry }) {
  if (what === "setback") return <TextLink href={`/setbacks/${id}`}>{titleOf(setback)}</TextLink>;
  if (words === null) return null;
  if (what === "commitment" && circleId) return <TextLink href={`/circles/${circleId}`}>{words}</TextLink>;
  return what === "win" ? (
    <Prose words={wordsToDraw(words)} />
  ) : (
    <p className="wrap-anywhere">
      {words}
      {howMuch && `, ${howMuch}`}
    </p>
  );
}
