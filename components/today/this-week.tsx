import { GoalLine } from "@/components/goals/goal-line";
import { WeekTable } from "@/components/goals/week-table";
import { Section } from "@/components/ui/section";
import type { Day } from "@/lib/dates";
import type { GoalCard } from "@/lib/goals/queries";

/** The week in dots, goal by goal, and the same as a table. */
export function ThisWeek({ goals, today }: { goals: GoalCard[]; today: Day }) {
  if (goals.length === 0) return null;
  return (
    <Section title="This week">
      <ul>
        {goals.map((goal) => (
          <GoalLine key={goal.id} goal={goal} today={today} log="Log" />
        ))}
      </ul>
      <WeekTable weeks={goals} />
    </Section>
  );
}
