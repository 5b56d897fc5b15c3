import { Press } from "@/components/forms/press";
import { logEffort } from "@/lib/efforts/actions";
import type { Rhythm } from "@/lib/goals/rules";
import { sayAmount } from "@/lib/goals/units";
import { freshId } from "@/lib/ids";

type Props = {
  goal: { id: string; title: string } & Pick<Rhythm, "unit" | "usual">;
  /** What the button says, beside its icon. */
  children: string;
  icon?: "plus" | "check";
  variant?: "primary" | "quiet";
};

/**
 * One tap logs one effort for today, as much as the button says. The id is in the form, so a double tap logs it once;
 * no day is, so that a page left open overnight logs for the morning on which it is pressed. A slower second tap finds
 * the page drawn anew, with another id, and is the same tap all the same.
 */
export function LogEffort({ goal, children, icon = "plus", variant = "quiet" }: Props) {
  const { usual = 1 } = goal;
  // "Done 25 minutes" would read as if they were done.
  const says = usual === 1 ? children : `Log ${sayAmount(usual, goal.unit)}`;
  return (
    <Press
      action={logEffort}
      about={{ id: freshId(), goalId: goal.id, amount: String(usual) }}
      says={says}
      // A page may log one goal in several places, and each has a name of its own.
      label={`${says}${says === children || icon === "plus" ? "" : `, ${children.toLowerCase()}`}: ${goal.title}`}
      icon={icon}
      variant={variant}
      pendingText="Logging"
      oncePerSecond
    />
  );
}
