import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { writeAgreements } from "@/lib/circles/actions";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords } from "@/lib/drafts/queries";

export function AgreementsForm({
  circle,
  draft,
}: {
  circle: { id: string; agreements: string };
  draft: KeptWords | null;
}) {
  return (
    <Form
      action={writeAgreements}
      label="Change the agreements"
      className="mt-8 flex max-w-words flex-col gap-6"
      draft={{ key: `agreements:${circle.id}`, action: saveDraft, ...draft }}
    >
      <HiddenField name="circleId" value={circle.id} />
      <TextArea
        name="agreements"
        label="What we agree on"
        hint="One agreement a line reads best. Everyone who is invited sees it before they join."
        defaultValue={circle.agreements}
        rows={8}
        required
      />
      <SubmitButton className="md:self-start" pendingText="Saving">
        Save the agreements
      </SubmitButton>
    </Form>
  );
}
