import { TableCells, type Twin } from "@/components/charts/table-cells";
import { Fold } from "@/components/ui/fold";

/** The same as a picture, as a table in a fold. */
export function TableTwin({ title, ...twin }: { title: string } & Twin) {
  return (
    <Fold summary="Show as table" look="link">
      <TableCells title={title} {...twin} />
    </Fold>
  );
}
