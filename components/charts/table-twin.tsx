import { type Cell, TableCells } from "@/components/charts/table-cells";
import { Fold } from "@/components/ui/fold";

export type Twin = {
  /** What each column is called; where there is little room, it is a letter that stands for its name. */
  columns: (string | { letter: string; name: string })[];
  /** Each begins with what the row is called. */
  rows: Cell[][];
};

/** The same as a picture, as a table in a fold. */
export function TableTwin({ title, ...twin }: { title: string } & Twin) {
  return (
    <Fold summary="Show as table" look="link">
      <TableCells title={title} {...twin} />
    </Fold>
  );
}
