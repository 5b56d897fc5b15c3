import { CalendarOfDays } from "@/components/charts/calendar-of-days";
import { FeltPicture } from "@/components/numbers/felt-picture";
import { StackPicture } from "@/components/numbers/stack-picture";
import { StagesPicture } from "@/components/numbers/stages-picture";
import { StrengthPicture } from "@/components/numbers/strength-picture";
import { outcomeWords } from "@/lib/commitments/outcomes";
import { sayMonth, sayWeekOf } from "@/lib/dates";
import { categoryWords } from "@/lib/goals/schema";
import { nothingYet } from "@/lib/numbers/nothing-yet";
import { type Picture as Name, pictureNames } from "@/lib/numbers/pictures";
import type { Drawn } from "@/lib/numbers/queries";
import { byDay, monthBegins, sayYear, WEEKS_A_YEAR } from "@/lib/numbers/rules";
import { commitmentsByMonth, effortByWeek, sayCommitments, sayEffortByWeek } from "@/lib/numbers/stacks";
import { calendarDays } from "@/lib/today/rules";

/** One of the pictures that a member may look at, with its sentence and its table. */
export function Picture({ name, drawn }: { name: Name; drawn: Drawn }) {
  const { today } = drawn;
  const title = pictureNames[name];
  const nothing = nothingYet(name, drawn);
  if (nothing) return <p className="max-w-words text-muted">{nothing}</p>;
  switch (name) {
    case "year": {
      const days = calendarDays(today, byDay(drawn.counted), WEEKS_A_YEAR);
      return (
        <CalendarOfDays
          title={title}
          says={sayYear(days)}
          also="A square that is filled is a day with more than one thing; a pale one counts against nothing."
          days={days}
          today={today}
          across={27}
        />
      );
    }
    case "strength":
      return <StrengthPicture title={title} goals={drawn.strength} today={today} />;
    case "effort": {
      const weeks = effortByWeek(drawn.counted, today);
      return (
        <StackPicture
          title={title}
          says={sayEffortByWeek(weeks, categoryWords)}
          names={categoryWords}
          first="Week of"
          nameOf={({ from }) => sayWeekOf(from, today)}
          labelOf={({ from }) => monthBegins(from)}
          stacks={weeks}
          entriesOf={({ from, to }) => ({ what: "effort", from, to })}
        />
      );
    }
    case "commitments": {
      const months = commitmentsByMonth(drawn.commitments, today);
      return (
        <StackPicture
          title={title}
          says={sayCommitments(months, outcomeWords)}
          names={outcomeWords}
          first="Month"
          nameOf={({ from }) => sayMonth(from)}
          labelOf={({ from }) => sayMonth(from).charAt(0)}
          stacks={months}
          entriesOf={({ from, to }) => ({ what: "commitment", from, to })}
        />
      );
    }
    case "feelings":
      return <FeltPicture title={title} drawn={drawn} />;
    case "stages":
      return <StagesPicture title={title} kinds={drawn.stages} />;
  }
}
