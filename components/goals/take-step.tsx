import { LogEffort } from "@/components/goals/log-effort";
import { ButtonLink } from "@/components/ui/button";
import type { GoalCard } from "@/lib/goals/queries";

/** The tiny step that is there for who has none to do today. */
export const WRITE = "write down what went well";

/** Takes the tiny step that a celebration ends with. */
export const TakeStep = ({ next, says = "Done" }: { next: GoalCard | null; says?: string }) =>
  next ? (
    <LogEffort key={next.id} goal={next} icon="check">
      {says}
    </LogEffort>
  ) : (
    <ButtonLink href="/wins" variant="quiet">
      Write a win
    </ButtonLink>
  );
