import { CircleFields, type Described } from "@/components/circles/circle-fields";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { describeCircle } from "@/lib/circles/actions";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords } from "@/lib/drafts/queries";

export function DescribeForm({
  circle,
  draft,
}: {
  circle: Described & { id: string };
  draft: KeptWords | null;
}) {
  return (
    <Form
      action={describeCircle}
      label="How the circle is described"
      className="mt-8 flex max-w-words flex-col gap-6"
      draft={{ key: `circle:${circle.id}`, action: saveDraft, ...draft }}
    >
      <HiddenField name="circleId" value={circle.id} />
      <CircleFields circle={circle} />
      <SubmitButton className="md:self-start" pendingText="Saving">
        Save
      </SubmitButton>
    </Form>
  );
}
