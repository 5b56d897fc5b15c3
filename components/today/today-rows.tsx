import { Fragment, type ReactNode } from "react";
import { type Layout, rowsOf, type Section } from "@/lib/today/layout";

/**
 * The sections of Today as their member arranged them. What waits for them stands behind the first one, wherever that
 * is; circles and days stand beside each other where there is room.
 */
export function TodayRows({
  layout,
  sections,
  children,
}: {
  layout: Layout;
  sections: Record<Section, ReactNode>;
  children: ReactNode;
}) {
  const rows = rowsOf(layout);
  return (
    <>
      {rows.length === 0 && children}
      {rows.map((row, at) => (
        <Fragment key={row.join()}>
          {row.length === 1 ? (
            row.map((section) => <Fragment key={section}>{sections[section]}</Fragment>)
          ) : (
            <div className="grid grid-cols-1 gap-x-11 lg:grid-cols-2">
              {row.map((section) => (
                <Fragment key={section}>{sections[section]}</Fragment>
              ))}
            </div>
          )}
          {at === 0 && children}
        </Fragment>
      ))}
    </>
  );
}
