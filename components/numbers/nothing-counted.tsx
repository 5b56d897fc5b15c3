import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** For somebody of whom there is nothing to count yet. */
export function NothingCounted({ hasGoals }: { hasGoals: boolean }) {
  return (
    <EmptyState
      title="Here it gathers, by itself"
      icon="sprout"
      action={
        hasGoals ? (
          <ButtonLink href="/today">Go to Today</ButtonLink>
        ) : (
          <ButtonLink href="/goals/new" icon="plus">
            Add a goal
          </ButtonLink>
        )
      }
    >
      What you log, the wins that you write and your words in a circle are counted here and drawn. There is no
      hurry, and no number that anybody has to reach.
    </EmptyState>
  );
}
