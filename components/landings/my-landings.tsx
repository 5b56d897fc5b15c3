import { CheckField } from "@/components/forms/check-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { Press } from "@/components/forms/press";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { Name } from "@/components/ui/name";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { returnToCircle, sayWhoSees } from "@/lib/landings/actions";
import type { MyLanding } from "@/lib/landings/queries";

/** The circles from which a member landed, each with the way back. */
export function MyLandings({ landings }: { landings: MyLanding[] }) {
  return (
    <Section title="Where you landed">
      <ul className="grid gap-4">
        {landings.map((landing) => (
          <li key={landing.circleId}>
            <Card tone="line" className="grid justify-items-start">
              <h3 className="font-medium font-serif text-xl">{landing.name}</h3>
              <p className="mt-1 mb-4 text-muted">
                You landed <Time moment={landing.when} />, as <Name>{landing.alias}</Name>.{" "}
                {landing.hasSeat
                  ? "Things change; if they did, your circle is there."
                  : "All eight seats are taken just now. You are welcome when one is free."}
              </p>
              {landing.hasSeat && (
                <Press
                  action={returnToCircle}
                  about={{ circleId: landing.circleId }}
                  says="Come back"
                  label={`Come back: ${landing.name}`}
                  variant="quiet"
                />
              )}
              <Fold look="link" summary="What the circle sees of it">
                <Form action={sayWhoSees} label={`What ${landing.name} sees`}>
                  <HiddenField name="circleId" value={landing.circleId} />
                  <CheckField
                    name="shown"
                    label="The circle may see that I landed"
                    defaultChecked={landing.shown}
                  />
                  <CheckField
                    name="supports"
                    label="I would like to be somebody's supporter"
                    defaultChecked={landing.supports}
                  />
                  <SubmitButton variant="quiet" pendingText="Saving">
                    Save
                  </SubmitButton>
                </Form>
              </Fold>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
