import type { Route } from "next";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";

/** What a cell says; a figure may lead to what it was counted from. */
export type Cell = string | { says: string; href: Route };

/**
 * The same as a picture, as a table in a fold. On small phones it scrolls by itself, and the page does not.
 *
 * @param rows each begins with what the row is called.
 */
export function TableTwin({
  title,
  columns,
  rows,
}: {
  title: string;
  columns: string[];
  rows: { key: string; cells: Cell[] }[];
}) {
  return (
    <Fold summary="Show as table" look="link">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on small phones it scrolls, by keyboard too. */}
      <section aria-label={`${title}, as a table`} tabIndex={0} className="overflow-x-auto">
        <table className="relative text-sm tabular-nums">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className="pr-5 text-start align-bottom font-medium">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [name, ...cells] }) => (
              <tr key={key} className="border-line border-t">
                <th scope="row" dir="auto" className="py-1 pr-5 text-start font-normal">
                  <Said cell={name ?? ""} />
                </th>
                {cells.map((cell, at) => (
                  <td key={columns[at + 1]} className="py-1 pr-5">
                    <Said cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Fold>
  );
}

const Said = ({ cell }: { cell: Cell }) =>
  typeof cell === "string" ? cell : <TextLink href={cell.href}>{cell.says}</TextLink>;
