import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { decideAppeal } from "@/lib/moderation/actions";
import type { Case } from "@/lib/moderation/queries";

/** An appeal that waits, for a moderator who may decide it. */
export function AppealSection({ decision }: { decision: Case["decisions"][number] }) {
  if (!decision.appeal || decision.appeal.isDecided || decision.isMine) return null;
  return (
    <Section title="They ask that another moderator looks at it">
      <Prose words={wordsToDraw(decision.appeal.words)} />
      <Form
        action={decideAppeal}
        label="Decide about the appeal"
        className="mt-6 flex flex-col gap-6 [&>button]:self-start"
      >
        <HiddenField name="decisionId" value={decision.id} />
        <ChoiceField
          name="what"
          label="What do you think?"
          look="cards"
          choices={[
            { value: "keep", label: "It stays as it was decided" },
            { value: "change", label: "Take it back", hint: "What was decided is undone." },
          ]}
          required
        />
        <TextArea name="words" label="Why" rows={3} required />
        {decision.letters.some(({ side }) => side === "reporter") && (
          <TextArea
            name="toReporter"
            label="To whoever reported it"
            hint="They read this where you take it back; otherwise it may stay empty."
            rows={3}
          />
        )}
        <SubmitButton pendingText="Deciding">Decide about the appeal</SubmitButton>
      </Form>
    </Section>
  );
}
