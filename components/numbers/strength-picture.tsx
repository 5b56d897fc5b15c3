import { Captioned } from "@/components/charts/drawing";
import { StrengthLine } from "@/components/charts/strength-line";
import { TextLink } from "@/components/ui/link";
import { type Day, sayDay } from "@/lib/dates";
import { entriesAt } from "@/lib/numbers/entries";
import type { Drawn } from "@/lib/numbers/queries";
import { WEEKS_OF_EFFORT, weeksFrom } from "@/lib/numbers/rules";
import { sayStrength, strengthsOf, sundaysOf } from "@/lib/numbers/strengths";

/** How strong each goal was, week by week: a line each. */
export function StrengthPicture({
  title,
  goals,
  today,
}: {
  title: string;
  goals: Drawn["strength"];
  today: Day;
}) {
  const strengths = strengthsOf(goals, today);
  if (strengths.length === 0) {
    return (
      <p className="text-muted">Here every goal has a line of its own, once something is logged on it.</p>
    );
  }
  const strengthOn = strengths.map(({ weeks }) => new Map(weeks.map(({ day, strength }) => [day, strength])));
  return (
    <Captioned
      title={title}
      says="Strength rises with doing and fades slowly, by each goal's own rhythm."
      also="It never goes back to nothing because of a bad week, and a rest keeps it as it is."
      table={{
        columns: ["Until", ...strengths.map(({ title }) => title)],
        rows: sundaysOf(weeksFrom(today, WEEKS_OF_EFFORT), today)
          .toReversed()
          .map((day) => [sayDay(day, today), ...strengthOn.map((on) => on.get(day) ?? "not there yet")]),
      }}
    >
      <ul className="grid grid-cols-1 gap-x-8 gap-y-6 sm:grid-cols-2 print:grid-cols-3">
        {strengths.map(({ id, title, weeks }) => {
          const says = sayStrength(weeks, today);
          return (
            <li key={id} className="min-w-0 break-inside-avoid">
              <p className="wrap-anywhere mb-1 font-medium">
                <TextLink href={entriesAt({ what: "effort", goal: id })}>{title}</TextLink>
              </p>
              <StrengthLine
                title={`How strong “${title}” is`}
                says={says}
                points={weeks.map(({ strength }) => strength)}
              />
              <p className="mt-1 text-muted text-sm">{says}</p>
            </li>
          );
        })}
      </ul>
    </Captioned>
  );
}
