import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SectionHeading } from "@/components/ui/section";
import type { Observation, Offer } from "@/lib/patterns/closing";
import { beforeOffer, sayObservation } from "@/lib/patterns/sentences";

/** The one thing that stands out, and one offer, which can be left. */
export function Closing({ observation, offer }: { observation: Observation; offer: Offer }) {
  return (
    <Card label="One thing that stands out" className="mt-11">
      <SectionHeading>One thing that stands out</SectionHeading>
      <p className="mt-2 max-w-words font-serif text-lg">{sayObservation(observation)}</p>
      <p className="mt-2 max-w-words text-muted">{beforeOffer[observation.about]}</p>
      <p className="mt-3" data-print="no">
        <ButtonLink href={offer.href}>{offer.label}</ButtonLink>
      </p>
    </Card>
  );
}
