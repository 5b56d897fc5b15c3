import { CheckField } from "@/components/forms/check-field";
import { ChoiceField } from "@/components/forms/choice-field";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { report } from "@/lib/reports/actions";
import { reasons, reasonWords } from "@/lib/reports/rules";
import type { Reportable } from "@/lib/reports/schema";

type Props = {
  id: string;
  about: Reportable;
  circleId: string;
  thing: string;
  /** Who can be blocked along with it. */
  alias: string | null;
  draft: FormDraft;
};

export function ReportForm({ id, about, circleId, thing, alias, draft }: Props) {
  const isWords = about === "post" || about === "reply";
  return (
    <Form action={report} label="Report" draft={draft}>
      <HiddenField name="id" value={id} />
      <HiddenField name="about" value={about} />
      <HiddenField name="circleId" value={circleId} />
      <HiddenField name="thing" value={thing} />
      <ChoiceField
        name="reason"
        label="What is it?"
        look="cards"
        choices={reasons.map((reason) => ({ value: reason, label: reasonWords[reason] }))}
        required
      />
      <TextArea name="words" label="What should the moderators know?" hint="It may stay empty." rows={3} />
      <div>
        {isWords && <CheckField name="putAway" label="Do not show it to me any more" defaultChecked />}
        {alias && (
          <CheckField
            name="block"
            label={`Block ${alias}, too`}
            hint="You see nothing of each other any more. They are not told."
          />
        )}
      </div>
      <SubmitButton className="self-start" pendingText="Sending">
        Send to the moderators
      </SubmitButton>
    </Form>
  );
}
