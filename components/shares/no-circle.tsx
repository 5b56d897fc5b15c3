import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** For members who have nobody to share with yet. */
export function NoCircle() {
  return (
    <EmptyState
      title="You are in no circle yet"
      action={<ButtonLink href="/circles/new">Open a circle</ButtonLink>}
    >
      Open one and invite people you trust, or follow the link of an invitation.
    </EmptyState>
  );
}
