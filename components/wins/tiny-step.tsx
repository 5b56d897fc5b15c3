import { Press } from "@/components/forms/press";
import { declineStep } from "@/lib/wins/actions";

type Next = { title: string } | null;

/** The step that ends a celebration, in words: what a goal still asks for today, or something else that is as small. */
export function TinyStep({
  next,
  otherwise,
  declined,
}: {
  next: Next;
  otherwise: string;
  declined: boolean;
}) {
  if (declined) return <p>That is enough for today.</p>;
  return (
    <p>
      One tiny step more, only if you like: <bdi>{next?.title ?? otherwise}</bdi>.
    </p>
  );
}

/** Leaves it, silently and for the whole day. */
export const DeclineStep = ({ about = {} }: { about?: { at?: "goals"; goalId?: string } }) => (
  <Press
    action={declineStep}
    about={{ ...about }}
    says="Rest is fine"
    label="Rest is fine: no further step today"
  />
);
