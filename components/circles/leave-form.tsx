import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { leaveCircle } from "@/lib/memberships/actions";

export function LeaveForm({ circle }: { circle: { id: string; canLookAfter: boolean } }) {
  return (
    <div className="mt-6 grid max-w-words gap-4">
      <p>
        From then on you see nothing of this circle. What you wrote there stays, under the alias you have
        there; if you would rather take it back, do that before you leave.
      </p>
      <p>
        Should something there have been wrong, you can report it now, and for thirty days from the page of
        your circles. Nobody in the circle learns of it.
      </p>
      {circle.canLookAfter && (
        <p>
          If nobody else looks after the circle, a co-facilitator takes over, or else whoever has been there
          longest. You can also hand the role to somebody yourself first.
        </p>
      )}
      <p>
        You can come back by a new invitation, whenever you like. Have you found something?{" "}
        <TextLink href={`/circles/${circle.id}/land`}>Land instead</TextLink>: then you need no invitation.
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Form action={leaveCircle} label="Leave this circle">
          <HiddenField name="circleId" value={circle.id} />
          <SubmitButton pendingText="Leaving">Leave this circle</SubmitButton>
        </Form>
        <ButtonLink href={`/circles/${circle.id}`}>Stay</ButtonLink>
      </div>
    </div>
  );
}
