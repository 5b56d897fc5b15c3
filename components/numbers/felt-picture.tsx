import { FeltWeeks } from "@/components/charts/felt-weeks";
import { sayWeekOf } from "@/lib/dates";
import { entriesAt } from "@/lib/numbers/entries";
import { feelingsByWeek, sayFeelings } from "@/lib/numbers/felt";
import type { Drawn } from "@/lib/numbers/queries";
import { monthBegins } from "@/lib/numbers/rules";
import { ENOUGH } from "@/lib/patterns/rules";

/** How strong feelings were, week by week, with setbacks as quiet marks. Nobody sees it who did not ask for it. */
export function FeltPicture({ title, drawn }: { title: string; drawn: Pick<Drawn, "feelings" | "today"> }) {
  const { feelings, today } = drawn;
  const weeks = feelingsByWeek(feelings, today);
  return (
    <FeltWeeks
      title={title}
      says={sayFeelings(weeks, ENOUGH)}
      also="A dot is how strong they were in a week, from 0 to 10, on average; a small line below says that there was a setback."
      weeks={weeks.map(({ from, mean, setbacks }) => ({
        key: from,
        label: monthBegins(from),
        mean,
        isMarked: setbacks > 0,
      }))}
      table={{
        columns: ["Week of", "Feelings", "How strong", "Setbacks"],
        rows: weeks
          .toReversed()
          .map(({ from, to, noted, mean, setbacks }) => [
            sayWeekOf(from, today),
            noted,
            mean ?? "none noted",
            setbacks > 0 ? { says: setbacks, href: entriesAt({ what: "setback", from, to }) } : 0,
          ]),
      }}
    />
  );
}
