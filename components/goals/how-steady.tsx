import { Fold } from "@/components/ui/fold";
import { Section } from "@/components/ui/section";
import type { GoalCard } from "@/lib/goals/queries";
import { HALF_LIFE, halfLifeOf } from "@/lib/goals/strength";

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
            day that fades, s × m. Here w is how many days of your rhythm it was worth, and m is 0.5 to the
            power of 1 / ({HALF_LIFE} × √gap), where the gap is how many days lie between two times that you
            planned.
          </p>
        </div>
      </Fold>
    </Section>
  );
}

/** "half of it would be gone after 37 days without." */
function sayHalfLife(goal: GoalCard): string {
  const days = Math.round(halfLifeOf(goal));
  const which = goal.rhythm === "weekdays" ? `${days} of your weekdays` : `${days} days`;
  return `half of it would be gone after ${which} without.`;
}
