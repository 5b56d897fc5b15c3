import { Fold } from "@/components/ui/fold";
import { Section } from "@/components/ui/section";
import type { GoalCard } from "@/lib/goals/queries";
import { askedAtOnce, gapOf, HALF_LIFE, halfLifeOf, periodOf } from "@/lib/goals/strength";
import { sayAmount, sayUnit } from "@/lib/goals/units";

/** How steadily somebody showed up for a goal: in days of the last seven, and as a strength that no gap resets. */
export function HowSteady({ goal }: { goal: GoalCard }) {
  return (
    <Section title="How steady">
      <p>{goal.steady}</p>
      {goal.begun && (
        <p>
          Strength: <strong>{goal.strength}</strong> of 100.
        </p>
      )}
      <Fold summary="How this is reckoned" look="link">
        <div className="flex max-w-words flex-col gap-2">
          <p>
            Strength rises each time you do it: more for more of it, and more slowly the nearer it comes to
            100. It is no score, and there is nothing to win with it.
          </p>
          <p>
            What you did holds for as long as your rhythm asks for nothing more: a whole week, where once a
            week is enough. Only after that it fades, a little each day: {sayHalfLife(goal)} Nothing sets it
            back to nothing.
          </p>
          <p>Days of rest change nothing, and what you log later counts as if you had logged it then.</p>
          <p>
            As a formula, with s from 0 to 1: when you do it, s becomes 1 − (1 − s) × m<sup>w</sup>, and on a
            day that fades, s × m; where part of a day is held, only the rest of it fades. Here w is how many
            days it was worth: {sayRound(goal)}, and no day is worth more. Then m is 0.5 to the power of 1 /
            H.
          </p>
          <p>
            H is {HALF_LIFE} × √gap{isChosen(goal) && " ÷ gap, counted in your weekdays"}. The gap is how many
            days lie from one to the next
            {isChosen(goal) ? "" : goal.usual > 1 && `, at ${sayAmount(goal.usual, goal.unit)} a tap`}:{" "}
            {round(gapOf(goal))} just now, so H is {round(halfLifeOf(goal))}.
          </p>
          <p>
            When you change your rhythm, strength goes on from where it is. Days that were before the change
            count by the rhythm that they had, and the new one begins with time: nothing fades until it has
            come round once.
          </p>
        </div>
      </Fold>
    </Section>
  );
}

/** "half of it would be gone after 37 days without." */
function sayHalfLife(goal: GoalCard): string {
  const days = Math.round(halfLifeOf(goal));
  const which = isChosen(goal) ? `${days} of your weekdays` : `${days} days`;
  return `half of it would be gone after ${which} without.`;
}

const isChosen = ({ rhythm }: GoalCard) => rhythm === "weekdays";

/** "3 times are worth 7 days": what the rhythm asks for at once. */
function sayRound(goal: GoalCard): string {
  const asked = askedAtOnce(goal);
  const days = periodOf(goal) === 1 ? "one day" : `${periodOf(goal)} days`;
  if (asked === 1) return `${goal.unit === "times" ? "once" : sayAmount(1, goal.unit)} is worth ${days}`;
  return `${asked} ${sayUnit(goal.unit)} are worth ${days}`;
}

/** To a hundredth: "26.19" */
const round = (days: number): number => Math.round(100 * days) / 100;
