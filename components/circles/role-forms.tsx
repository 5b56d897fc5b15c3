import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Name } from "@/components/ui/name";
import { Section } from "@/components/ui/section";
import { endCofacilitator, handOver, makeCofacilitator } from "@/lib/memberships/actions";
import type { findNeighbour } from "@/lib/memberships/queries";
import { giveTimekeeping } from "@/lib/roles/actions";

type Person = NonNullable<Awaited<ReturnType<typeof findNeighbour>>>;

/** Everything that the viewer may do about somebody's role and seat, each explained before it is asked. */
export function RoleForms({ circleId, person }: { circleId: string; person: Person }) {
  const { alias, may, isMe } = person;
  const who = (
    <>
      <HiddenField name="circleId" value={circleId} />
      <HiddenField name="alias" value={alias} />
    </>
  );
  return (
    <div className="max-w-words">
      {may.makeCofacilitator && (
        <Section title="Look after it together">
          <p className="mb-4">
            A co-facilitator invites people and helps to hold the circle, and takes over should you leave.
          </p>
          <Form action={makeCofacilitator} label={`Make ${alias} co-facilitator`}>
            {who}
            <SubmitButton className="md:self-start" pendingText="One moment">
              Make {alias} co-facilitator
            </SubmitButton>
          </Form>
        </Section>
      )}
      {may.endCofacilitator && (
        <Section title={isMe ? "Step down" : "End co-facilitating"}>
          <p className="mb-4">
            {isMe ? (
              "You stay in the circle as a member. Nobody needs a reason. Where nobody else stands beside the facilitator, whoever has been here longest does."
            ) : (
              <>
                <Name>{alias}</Name> stays in the circle as a member. Where nobody else stands beside the
                facilitator, whoever has been here longest does.
              </>
            )}
          </p>
          <Form action={endCofacilitator} label={isMe ? "Step down" : `End ${alias}'s co-facilitating`}>
            {who}
            <SubmitButton className="md:self-start" variant="quiet" pendingText="One moment">
              {isMe ? "Step down" : `End ${alias}'s co-facilitating`}
            </SubmitButton>
          </Form>
        </Section>
      )}
      {may.giveTimekeeping && (
        <Section title="Keep the time">
          <p className="mb-4">
            Whoever keeps the time sees to it that everybody gets their part of a meeting. From now on it{" "}
            {isMe ? (
              "is you"
            ) : (
              <>
                is <Name>{alias}</Name>
              </>
            )}
            , until the next turn.
          </p>
          <Form
            action={giveTimekeeping}
            label={isMe ? "Keep the time yourself" : `Let ${alias} keep the time`}
          >
            {who}
            <SubmitButton className="md:self-start" variant="quiet" pendingText="One moment">
              {isMe ? "Keep the time yourself" : `Let ${alias} keep the time`}
            </SubmitButton>
          </Form>
        </Section>
      )}
      {may.handOver && (
        <Section title="Hand the circle over">
          <p className="mb-4">
            <Name>{alias}</Name> becomes the facilitator: it is theirs to hold the meetings, to invite, and to
            pass the role on.
          </p>
          <Form action={handOver} label={`Hand the circle over to ${alias}`}>
            {who}
            <ChoiceField
              name="afterwards"
              label="And you"
              defaultValue="cofacilitator"
              choices={[
                { value: "cofacilitator", label: "Stay beside them as co-facilitator" },
                { value: "member", label: "Become a member" },
              ]}
            />
            <SubmitButton className="md:self-start" pendingText="Handing over">
              Hand over to {alias}
            </SubmitButton>
          </Form>
        </Section>
      )}
      {may.askToLeave && (
        <Section title={`Ask ${alias} to leave`}>
          <p className="mb-4">The next page says what happens then, and asks once more.</p>
          <ButtonLink href={`/circles/${circleId}/care/people/${person.seat}/ask-to-leave`}>
            Ask {alias} to leave
          </ButtonLink>
        </Section>
      )}
    </div>
  );
}
