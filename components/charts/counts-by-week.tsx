"use client";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * How often something was done, a row a week and a column a day: the table beside a picture of days. The browser draws
 * it: a number is lighter to send than its cell.
 *
 * @param weeks each with the words for its Monday, and its days from then on.
 */
export function CountsByWeek({
  label,
  caption,
  weeks,
}: {
  label: string;
  caption: string;
  weeks: { began: string; counts: number[] }[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on small phones it scrolls, by keyboard too.
    <section aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table className="relative text-center text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="pr-2 text-start font-medium">
              Week of
            </th>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" className="min-w-6 font-medium">
                <span aria-hidden="true">{name.charAt(0)}</span>
                <span className="sr-only">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ began, counts }) => (
            <tr key={began} className="border-line border-t">
              <th scope="row" className="whitespace-nowrap py-1 pr-2 text-start font-normal">
                {began}
              </th>
              {counts.map((count, at) => (
                <td key={WEEKDAYS[at]}>{count}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
