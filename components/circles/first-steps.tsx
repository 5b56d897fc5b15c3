import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { CircleView } from "@/lib/circles/queries";
import { STARTS_AT } from "@/lib/circles/rules";

const COUNT = ["Nobody is here yet", "You are the first", "Two of you are here", "Three of you are here"];

/** What to do next while a circle is too small to begin; nothing once it is not. */
export function FirstSteps({ circle }: { circle: Pick<CircleView, "id" | "people" | "canLookAfter"> }) {
  const here = circle.people.length;
  if (here >= STARTS_AT) return null;
  return (
    <Card tone="line" className="mt-4">
      <h2 className="font-medium font-serif text-xl">{COUNT[here]}</h2>
      <p className="mt-1 max-w-words text-muted">
        A circle begins with four people and stays at eight at most. Until then you can already write to each
        other.{" "}
        {circle.canLookAfter
          ? "Make an invitation, and send its link to somebody whom you would tell about a bad day."
          : "Whoever looks after the circle can invite more people."}
      </p>
      {circle.canLookAfter && (
        <ButtonLink href={`/circles/${circle.id}/care`} icon="user-plus" variant="primary" className="mt-4">
          Invite people
        </ButtonLink>
      )}
    </Card>
  );
}
