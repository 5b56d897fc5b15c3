import { Press } from "@/components/forms/press";
import { logEffort } from "@/lib/efforts/actions";
import { freshId } from "@/lib/ids";

type Props = {
  goal: { id: string; title: string };
  /** What the button says, beside its icon. */
  children: string;
  icon?: "plus" | "check";
  variant?: "primary" | "quiet";
};

/** One tap logs one effort for today. The id is in the form, so a double tap logs it once. */
export const LogEffort = ({ goal, children, icon = "plus", variant = "quiet" }: Props) => (
  <Press
    action={logEffort}
    about={{ id: freshId(), goalId: goal.id }}
    says={children}
    label={`${children}: ${goal.title}`}
    icon={icon}
    variant={variant}
    pendingText="Logging"
  />
);
