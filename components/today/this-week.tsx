import { TableTwin } from "@/components/charts/table-twin";
import { GoalLine } from "@/components/goals/goal-line";
import { Section } from "@/components/ui/section";
import { type Day, sayWeekday } from "@/lib/dates";
import type { GoalCard } from "@/lib/goals/queries";

const states = { filled: "done", partly: "partly", resting: "rest", empty: "-" };

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
      <TableTwin
        title="This week"
        columns={["Goal", ...[1, 2, 3, 4, 5, 6, 7].map((weekday) => sayWeekday(weekday).slice(0, 3))]}
        rows={goals.map(({ id, title, dots }) => ({
          key: id,
          cells: [title, ...dots.map(({ state }) => states[state])],
        }))}
      />
    </Section>
  );
}
