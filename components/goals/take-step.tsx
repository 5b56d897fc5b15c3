import { LogEffort } from "@/components/goals/log-effort";
import { ButtonLink } from "@/components/ui/button";
import type { GoalCard } from "@/lib/goals/queries";

/** The tiny step that a celebration ends with, in words: what a goal still asks for today, or something as small. */
export const TinyStep = ({ next }: { next: GoalCard | null }) => (
  <p>
    One tiny step more, only if you like: <bdi>{next?.title ?? "write down what went well"}</bdi>.
  </p>
);

/** Takes it. */
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
