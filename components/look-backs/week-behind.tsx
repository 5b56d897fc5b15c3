import { TextLink } from "@/components/ui/link";
import { addDays, type Day, weekOf } from "@/lib/dates";
import { weekToLookBackOn } from "@/lib/noticed-wins/rules";
import { type Counted, weekInNumbers } from "@/lib/numbers/rules";
import { sayWeek } from "@/lib/reminders/rules";

type Props = {
  today: Day;
  counted: Counted[];
  /** Whether they asked for a digest of their week: then it says here what its mail says. */
  inNumbers: boolean;
};

/** At the end of a week, and on the day after, a way to look back on it. */
export function WeekBehind({ today, counted, inNumbers }: Props) {
  const week = weekToLookBackOn(today);
  if (!week) return null;
  const [monday = today] = weekOf(week === "last week" ? addDays(today, -7) : today);
  return (
    <p className="mt-6 text-muted text-sm">
      {inNumbers && `${sayWeek(weekInNumbers(counted, monday))} `}
      <TextLink href={`/wins/week/${monday}`} className="inline-flex min-h-11 items-center">
        Look back on {week === "this week" ? "your week" : "last week"}
      </TextLink>
    </p>
  );
}
