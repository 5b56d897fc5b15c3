import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Name } from "@/components/ui/name";
import { askToLeave } from "@/lib/memberships/actions";

export function AskToLeaveForm({ circleId, alias }: { circleId: string; alias: string }) {
  return (
    <div className="mt-6 grid max-w-words gap-4">
      <p>
        <Name>{alias}</Name> will see nothing of this circle from then on, and cannot come back by an
        invitation. What they wrote stays, under their alias. Onward sends no message: if you can, tell them
        yourself, kindly.
      </p>
      <p>
        Every invitation to this circle that is still open ends with it, because they may know its link.
        Whoever else you have in mind needs a new one.
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Form action={askToLeave} label={`Ask ${alias} to leave`}>
          <HiddenField name="circleId" value={circleId} />
          <HiddenField name="alias" value={alias} />
          <SubmitButton pendingText="One moment">Ask {alias} to leave</SubmitButton>
        </Form>
        <ButtonLink href={`/circles/${circleId}/care`}>Leave it as it is</ButtonLink>
      </div>
    </div>
  );
}
