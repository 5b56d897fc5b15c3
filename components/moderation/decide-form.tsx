import { ChoiceField } from "@/components/forms/choice-field";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { Section } from "@/components/ui/section";
import { decide } from "@/lib/moderation/actions";
import type { Case } from "@/lib/moderation/queries";
import { REST_DAYS, sayKind } from "@/lib/moderation/rules";

export function DecideForm({ id, it, draft }: { id: string; it: Case; draft: FormDraft }) {
  return (
    <Section title="Decide">
      <Form action={decide} label="Decide" draft={draft}>
        <HiddenField name="id" value={id} />
        <HiddenField name="reportId" value={it.id} />
        <ChoiceField
          name="kind"
          label="What should happen?"
          look="cards"
          choices={it.choices.map((kind) => ({
            value: kind,
            label: sayKind(kind, it.about).does,
            hint: sayKind(kind, it.about).hint,
          }))}
          required
        />
        {it.choices.includes("suspend") && (
          <ChoiceField
            name="days"
            label="For how long, if the account rests"
            choices={REST_DAYS.map((days) => ({
              value: String(days),
              label: days === 1 ? "A day" : `${days} days`,
            }))}
          />
        )}
        {it.hasReported && (
          <TextArea
            name="toReported"
            label="To the one whom it is about"
            hint={
              it.reason === "held"
                ? "They read what was decided, and why."
                : "They read this where something follows for them, and nothing where you leave it as it is: then it may stay empty. Do not say who reported it."
            }
            rows={3}
          />
        )}
        {it.hasReporter && <TextArea name="toReporter" label="To whoever reported it" rows={3} required />}
        <SubmitButton className="self-start" pendingText="Deciding">
          Decide
        </SubmitButton>
      </Form>
    </Section>
  );
}
