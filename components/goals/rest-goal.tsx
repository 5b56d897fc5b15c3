import { Press } from "@/components/forms/press";
import { freshId } from "@/lib/ids";
import { pauseGoal, resumeGoal } from "@/lib/pauses/actions";

type Props = { goal: { id: string; title: string } };

export const PauseGoal = ({ goal }: Props) => (
  <Press
    action={pauseGoal}
    about={{ id: freshId(), goalId: goal.id }}
    says="Let it rest"
    label={`Let it rest: ${goal.title}`}
    icon="pause"
    variant="quiet"
    pendingText="Pausing"
  />
);

export const ResumeGoal = ({ goal }: Props) => (
  <Press
    action={resumeGoal}
    about={{ goalId: goal.id }}
    says="Go on"
    label={`Go on with ${goal.title}`}
    icon="play"
    variant="quiet"
    pendingText="Going on"
  />
);
