import { Press } from "@/components/forms/press";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { declineMerge, likeMerge } from "@/lib/merges/actions";
import type { OwnCircle } from "@/lib/merges/queries";

type Offer = NonNullable<OwnCircle["offer"]>;

/** What becoming one circle with another would be, and a yes or a no to it. */
export function Offered({ circle, offer }: { circle: OwnCircle; offer: Offer }) {
  const about = { circleId: circle.id, mergeId: offer.id };
  return (
    <>
      <Card label="The other circle">
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
          <Fact name="Who they are">{`${sayPeople(offer.others)}. ${offer.purpose}`}</Fact>
          <Fact name="Language">{offer.language}</Fact>
          <Fact name="When they meet">{offer.meets}</Fact>
          <Fact name="Together">{`You would be ${offer.together}.`}</Fact>
        </dl>
      </Card>
      <Section title="What would happen">
        <ul className="max-w-words list-disc space-y-1.5 pl-5">
          <li>
            {offer.othersStay
              ? "Your circle would join theirs: you would meet when they meet, by what they agreed on, and whoever holds theirs goes on holding it."
              : "They would join your circle: you meet as you do now, by what you agreed on, and whoever holds it goes on holding it."}
          </li>
          <li>
            What was said in either circle before stays with those it was said to. It does not move along
            {offer.othersStay ? "; you can read it here for thirty days, and then it is cleared away." : "."}
          </li>
          <li>
            Each keeps the name that they have. Should two be called the same, whoever comes gets a number
            behind theirs.
          </li>
          <li>Who the others are, and what they are called, you learn when it has happened. So do they.</li>
        </ul>
      </Section>
      <Section title="Would you like that?">
        <p className="mb-4 max-w-words">
          It happens when everybody who is there in both circles has said yes. Nobody is told who said what,
          and without all of that by {offer.until} both simply stay as they are.
        </p>
        {circle.takesBreak ? (
          <Notice
            action={
              <ButtonLink href={`/circles/${circle.id}/pause`} variant="plain">
                Your break
              </ButtonLink>
            }
          >
            You are taking a break here, so you are not asked. Your seat would come along.
          </Notice>
        ) : (
          <>
            {offer.saidYes && (
              <p className="mb-4">
                You said yes. It happens once everybody has; you can still change your mind.
              </p>
            )}
            <div className="flex flex-wrap gap-3">
              {!offer.saidYes && (
                <Press
                  action={likeMerge}
                  about={about}
                  says="Yes, I would like that"
                  label="Yes, I would like that"
                  variant="primary"
                />
              )}
              <Press
                action={declineMerge}
                about={about}
                says="I would rather not"
                label="I would rather not"
                variant="quiet"
              />
            </div>
          </>
        )}
      </Section>
    </>
  );
}

/** What a small circle can do by itself. */
export function SmallCircle({ circle }: { circle: OwnCircle }) {
  return (
    <div className="grid max-w-words gap-4">
      <p>
        {circle.isSmall
          ? "Two people can hold each other well, and one can keep a place warm. A circle of five or six is easier to keep going, though. When another small circle fits yours, both are asked whether they would like to be one; until then, you can:"
          : "Your circle has enough people to go on by itself, and nothing is offered to it. Should it ever need more:"}
      </p>
      <ul className="list-disc space-y-1.5 pl-5">
        <li>
          {circle.canLookAfter ? (
            <TextLink href={`/circles/${circle.id}/care`}>Invite somebody</TextLink>
          ) : (
            "Ask whoever looks after the circle to invite somebody"
          )}{" "}
          whom you would tell about a bad day.
        </li>
        {circle.canLookAfter && (
          <li>
            <TextLink href={`/circles/${circle.id}/care/listing`}>Show your free seats</TextLink> to people
            who look for a circle.
          </li>
        )}
        <li>Go on as you are. A short week with few words is a week, too.</li>
        <li>
          Rest for a while: <TextLink href={`/circles/${circle.id}/pause`}>take a break</TextLink>, and your
          seat waits.
        </li>
      </ul>
    </div>
  );
}

const sayPeople = (count: number) => (count === 1 ? "One person" : `${count} people`);

const Fact = ({ name, children }: { name: string; children: string }) => (
  <div className="contents">
    <dt className="text-muted max-sm:mt-1">{name}</dt>
    <dd>{children}</dd>
  </div>
);
