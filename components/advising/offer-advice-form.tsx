import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { offerAdvice } from "@/lib/advising/actions";
import { kindWords, type SetbackKind, setbackKinds } from "@/lib/setbacks/schema";

/** About which kinds of setback somebody is willing to be asked. */
export function OfferAdviceForm({ offered }: { offered: SetbackKind[] }) {
  return (
    <Form action={offerAdvice}>
      <ChoiceField
        several
        name="kind"
        label="I am willing to be asked about"
        look="cards"
        defaultValue={offered}
        choices={setbackKinds.map((kind) => ({ value: kind, label: kindWords[kind].title }))}
      />
      <SubmitButton className="self-start" pendingText="Saving">
        Save
      </SubmitButton>
    </Form>
  );
}
