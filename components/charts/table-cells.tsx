"use client";
import type { Route } from "next";
import { TextLink } from "@/components/ui/link";

/** What a cell says; a figure may lead to what it was counted from. */
export type Cell = string | number | { says: number; href: Route };

export type Twin = {
  /** What each column is called; where there is little room, it is a letter that stands for its name. */
  columns: (string | { letter: string; name: string })[];
  /** Each begins with what the row is called. */
  rows: Cell[][];
};

/**
 * A table that scrolls by itself on small phones, and the page does not. The browser draws it: a number is lighter to
 * send than its cell.
 */
export function TableCells({ title, columns, rows }: { title: string } & Twin) {
  const isNarrow = columns.some((column) => typeof column !== "string");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on small phones it scrolls, by keyboard too.
    <section aria-label={`${title}, as a table`} tabIndex={0} className="overflow-x-auto">
      <table className={`relative text-sm tabular-nums ${rowed} ${isNarrow ? narrow : wide}`}>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) =>
              typeof column === "string" ? (
                <th key={column} scope="col" className="text-start align-bottom font-medium">
                  {column}
                </th>
              ) : (
                <th key={column.name} scope="col" className="min-w-6 font-medium">
                  <span aria-hidden="true">{column.letter}</span>
                  <span className="sr-only">{column.name}</span>
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be called the same, and none ever moves.
            <tr key={row}>
              <th scope="row" dir="auto">
                {name && said(name)}
              </th>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <td key={at}>{said(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

// Said once for the table, and not for each of its cells.
const rowed =
  "[&_tbody_th]:py-1 [&_tbody_th]:text-start [&_tbody_th]:font-normal [&_tbody_tr]:border-line [&_tbody_tr]:border-t";
const narrow = "text-center [&_tbody_th]:whitespace-nowrap [&_tbody_th]:pr-2";
const wide = "[&_td]:py-1 [&_:is(th,td)]:pr-5";

const said = (cell: Cell) =>
  typeof cell === "object" ? <TextLink href={cell.href}>{cell.says}</TextLink> : cell;
