import { Agreements } from "@/components/circles/agreements";
import { AliasField } from "@/components/circles/alias-field";
import { CircleFields } from "@/components/circles/circle-fields";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Fold } from "@/components/ui/fold";
import { openCircle } from "@/lib/circles/actions";
import { DEFAULT_AGREEMENTS } from "@/lib/circles/agreements";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords } from "@/lib/drafts/queries";

export function OpenForm({
  id,
  name,
  timeZone,
  draft,
}: {
  id: string;
  name: string;
  timeZone: string;
  draft: KeptWords | null;
}) {
  return (
    <Form
      action={openCircle}
      label="Open a circle"
      className="mt-8 flex max-w-words flex-col gap-6"
      draft={{ key: "circle", action: saveDraft, ...draft }}
    >
      <HiddenField name="id" value={id} />
      <CircleFields
        circle={{
          name: "",
          purpose: "",
          language: "English",
          timeZone,
          meetingDay: 4,
          meetingTime: "18:00",
          pace: "weekly",
          secondMeetingDay: null,
          secondMeetingTime: null,
          videoLink: null,
        }}
      />
      <AliasField hint="An alias is best. Nobody here sees your name anywhere else." defaultValue={name} />
      <Fold summary="What the circle agrees on to begin with">
        <Agreements text={DEFAULT_AGREEMENTS} />
        <p className="mt-3 text-muted">You can change it together once the circle is open.</p>
      </Fold>
      <SubmitButton className="md:self-start" pendingText="Opening it">
        Open the circle
      </SubmitButton>
    </Form>
  );
}
