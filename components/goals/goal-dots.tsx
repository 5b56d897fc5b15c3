import { WeekDots } from "@/components/charts/week-dots";
import { sayWeekday, weekdayOf } from "@/lib/dates";
import type { GoalCard } from "@/lib/goals/queries";

/** A goal's week, Monday first. */
export function GoalDots({ goal }: { goal: Pick<GoalCard, "title" | "dots"> }) {
  return (
    <WeekDots
      label={`${goal.title}, this week`}
      days={goal.dots.map(({ day, state, today }) => ({ name: sayWeekday(weekdayOf(day)), state, today }))}
    />
  );
}
