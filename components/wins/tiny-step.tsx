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

type Decline = {
  /** Where its member goes on, if not among their wins. */
  about?: { at?: "goals" | "today"; goalId?: string };
  says?: string;
};

/** Leaves it, silently and for the whole day. */
export const DeclineStep = ({ about = {}, says = "Rest is fine" }: Decline) => (
  <Press action={declineStep} about={{ ...about }} says={says} label={`${says}: no further step today`} />
);
