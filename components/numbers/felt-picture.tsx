import { FeltWeeks } from "@/components/charts/felt-weeks";
import { TableTwin } from "@/components/charts/table-twin";
import { sayDay } from "@/lib/dates";
import { entriesAt } from "@/lib/numbers/entries";
import type { Drawn } from "@/lib/numbers/queries";
import { feelingsByWeek, monthBegins, sayFeelings } from "@/lib/numbers/rules";
import { ENOUGH } from "@/lib/patterns/rules";

/** How strong feelings were, week by week, with setbacks as quiet marks. Nobody sees it who did not ask for it. */
export function FeltPicture({ title, drawn }: { title: string; drawn: Pick<Drawn, "feelings" | "today"> }) {
  const { feelings, today } = drawn;
  const weeks = feelingsByWeek(feelings, today);
  const says = sayFeelings(weeks, ENOUGH);
  return (
    <figure className="max-w-words break-inside-avoid">
      <FeltWeeks
        title={title}
        says={says}
        weeks={weeks.map(({ from, mean, setbacks }) => ({
          key: from,
          label: monthBegins(from),
          mean,
          isMarked: setbacks > 0,
        }))}
      />
      <figcaption className="mt-1 text-muted text-sm">
        {says} A dot is how strong they were in a week, from 0 to 10, on average; a small line below says that
        there was a setback.
        <TableTwin
          title={title}
          columns={["Week of", "Feelings", "How strong", "Setbacks"]}
          rows={weeks.toReversed().map(({ from, to, noted, mean, setbacks }) => ({
            key: from,
            cells: [
              sayDay(from, today).replace(/^Monday, /, ""),
              String(noted),
              mean === null ? "none noted" : String(mean),
              setbacks > 0
                ? { says: String(setbacks), href: entriesAt({ what: "setback", from, to }) }
                : String(setbacks),
            ],
          }))}
        />
      </figcaption>
    </figure>
  );
}
