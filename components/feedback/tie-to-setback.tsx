import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { type Choice, SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { tieToSetback } from "@/lib/feedback/actions";

type Props = {
  requestId: string;
  summary: string;
  setbacks: Choice[];
  /** The one that it is tied to. */
  tiedTo: string | null;
};

/** Says which of their setbacks a letter is about; it need not be about any. */
export function TieToSetback({ requestId, summary, setbacks, tiedTo }: Props) {
  return (
    <Form action={tieToSetback} label={summary} className="flex flex-col gap-3">
      <HiddenField name="requestId" value={requestId} />
      <FormFold summary={summary}>
        <div className="flex flex-col gap-6 pt-2">
          <SelectField
            name="setbackId"
            label="The setback that it is about"
            hint="Your latest ones. Only you can see which."
            choices={[{ value: "", label: "No setback in particular" }, ...setbacks]}
            defaultValue={tiedTo ?? ""}
          />
          <SubmitButton variant="quiet" className="self-start" pendingText="Keeping">
            Keep this choice
          </SubmitButton>
        </div>
      </FormFold>
    </Form>
  );
}
