import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { makeInvitation } from "@/lib/invitations/actions";
import { DAYS_UNLESS_TOLD, INVITATION_DAYS } from "@/lib/invitations/rules";

/** @param free how many seats nobody has taken; at least one. */
export function InviteForm({ id, circleId, free }: { id: string; circleId: string; free: number }) {
  const upTo = Array.from({ length: free }, (_, index) => index + 1);
  return (
    <Form action={makeInvitation} label="Make an invitation" className="mt-5 flex flex-col items-start gap-5">
      <HiddenField name="id" value={id} />
      <HiddenField name="circleId" value={circleId} />
      <div className="grid w-full gap-5 md:grid-cols-2">
        <SelectField
          name="people"
          label="How many people may come by it"
          defaultValue={String(free)}
          choices={upTo.map((many) => ({
            value: String(many),
            label: many === 1 ? "One person" : `${many} people`,
          }))}
        />
        <SelectField
          name="days"
          label="How long it works"
          defaultValue={String(DAYS_UNLESS_TOLD)}
          choices={INVITATION_DAYS.map((days) => ({
            value: String(days),
            label: days === 1 ? "One day" : `${days} days`,
          }))}
        />
      </div>
      <SubmitButton pendingText="Making it">Make an invitation</SubmitButton>
    </Form>
  );
}
