import { StackedColumns } from "@/components/charts/stacked-columns";
import type { EntriesOf } from "@/lib/numbers/entries";
import { entriesAt } from "@/lib/numbers/entries";
import { type Stack, stacked } from "@/lib/numbers/stacks";

type Props<Kind extends string> = {
  title: string;
  says: string;
  /** In the order from the bottom up. */
  names: Record<Kind, string>;
  /** What a row of the table is called, and what stands below a column, if anything. */
  first: string;
  nameOf: (stack: Stack<Kind>) => string;
  labelOf: (stack: Stack<Kind>, at: number) => string | null;
  stacks: Stack<Kind>[];
  /** What the sum of a row was counted from. */
  entriesOf: (stack: Stack<Kind>) => EntriesOf;
};

/** Kinds of the same on each other, week by week or month by month: in a picture, in a sentence and as a table. */
export function StackPicture<Kind extends string>({
  title,
  says,
  names,
  first,
  nameOf,
  labelOf,
  stacks,
  entriesOf,
}: Props<Kind>) {
  const kinds = Object.keys(names) as Kind[];
  return (
    <StackedColumns
      title={title}
      says={says}
      names={kinds.map((kind) => names[kind])}
      columns={stacks.map((stack, at) => ({
        key: stack.from,
        label: labelOf(stack, at),
        counts: kinds.map((kind) => stack.counts[kind]),
      }))}
      table={{
        columns: [first, ...kinds.map((kind) => names[kind]), "Together"],
        rows: stacks.toReversed().map((stack) => {
          const together = stacked(stack.counts);
          return [
            nameOf(stack),
            ...kinds.map((kind) => stack.counts[kind]),
            together > 0 ? { says: together, href: entriesAt(entriesOf(stack)) } : 0,
          ];
        }),
      }}
    />
  );
}
