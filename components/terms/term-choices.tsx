import { Press } from "@/components/forms/press";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { renewTerm, restFromCircle } from "@/lib/terms/actions";
import type { TermView } from "@/lib/terms/queries";

/** Three good ways on. None of them is the right one. */
export function TermChoices({ term }: { term: Pick<TermView, "circle" | "isAsked" | "isPaused"> }) {
  const about = { circleId: term.circle.id };
  return (
    <div className="grid gap-4 md:grid-cols-3">
      {term.isAsked && (
        <Choice
          title="Stay"
          says="Twelve weeks more, with the same people. You can leave at any time all the same."
        >
          <Press
            action={renewTerm}
            about={about}
            says="Twelve weeks more"
            label="Twelve weeks more"
            variant="primary"
          />
        </Choice>
      )}
      {!term.isPaused && (
        <Choice
          title="Rest"
          says="Your seat waits for you. Nothing is expected of you, and no turn is yours, until you come back."
        >
          <Press
            action={restFromCircle}
            about={about}
            says="Rest for a while"
            label="Rest for a while"
            variant="quiet"
          />
        </Choice>
      )}
      <Choice
        title="Land"
        says="You found something, or it is time. You thank the circle and look back before you go."
      >
        <ButtonLink href={`/circles/${term.circle.id}/land`}>Land</ButtonLink>
      </Choice>
    </div>
  );
}

function Choice({ title, says, children }: { title: string; says: string; children: React.ReactNode }) {
  return (
    <Card tone="line" className="flex flex-col">
      <h2 className="font-medium font-serif text-xl">{title}</h2>
      <p className="mt-1.5 mb-4 flex-1 text-muted">{says}</p>
      {children}
    </Card>
  );
}
