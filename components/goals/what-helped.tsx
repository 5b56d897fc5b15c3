import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { GoalButton } from "@/components/goals/goal-button";
import { type NextStep, TinyStep } from "@/components/goals/take-step";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import { Section, SectionHeading } from "@/components/ui/section";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import type { GoalCard } from "@/lib/goals/queries";
import { putWhatHelpedInJar, sayWhatHelped } from "@/lib/helped/actions";
import { helpedDraftKey } from "@/lib/helped/schema";

type Props = {
  goal: Pick<GoalCard, "id" | "title" | "helped" | "asksWhatHelped" | "finished">;
  isInJar: boolean;
  draft: Kept | null;
};

/**
 * A goal that was finished or has grown asks once what helped, and keeps the answer. As every celebration it ends with
 * one tiny step that can be declined.
 */
export function WhatHelped({ goal, isInJar, draft, step }: Props & { step: NextStep | null }) {
  if (goal.asksWhatHelped) {
    return (
      <Card label="What helped" className="mt-8">
        <SectionHeading>What helped?</SectionHeading>
        <p className="mt-2 max-w-words text-muted">
          {goal.finished ? "You came to the end of it." : "This one has become strong."} A line for the day on
          which you begin something else. It is asked once, and it stays with you alone.
        </p>
        <HelpedForm goal={goal} draft={draft} />
        <div className="mt-2 flex">
          <GoalButton action={sayWhatHelped} goal={goal} says="Leave it" variant="plain" />
        </div>
        {step && !step.declined && (
          <div className="mt-4 border-line border-t pt-4">
            <TinyStep {...step} about={{ goalId: goal.id }} />
          </div>
        )}
      </Card>
    );
  }
  if (!goal.helped) return null;
  return (
    <Section title="What helped">
      <Prose words={wordsToDraw(goal.helped)} />
      <div className="mt-3 flex flex-wrap items-start gap-x-4 gap-y-2.5">
        {isInJar ? (
          <TextLink href="/jar" className="inline-flex min-h-11 items-center">
            In your jar
          </TextLink>
        ) : (
          <GoalButton action={putWhatHelpedInJar} goal={goal} says="Put it in the jar" />
        )}
        <HelpedForm goal={goal} draft={draft} folded />
      </div>
    </Section>
  );
}

function HelpedForm({ goal, draft, folded = false }: Omit<Props, "isInJar"> & { folded?: boolean }) {
  const key = helpedDraftKey(goal.id);
  const fields = (
    <div className="flex flex-col gap-4">
      <TextArea
        name="helped"
        label={folded ? "What helped" : "What helped you keep it up?"}
        defaultValue={goal.helped ?? ""}
        rows={2}
      />
      <SubmitButton className="self-start" variant="quiet" pendingText="Keeping">
        Keep it
      </SubmitButton>
    </div>
  );
  return (
    <div className="mt-3 has-[[open]]:basis-full">
      {draft && <KeptWords draftKey={key} />}
      <Form
        action={sayWhatHelped}
        label={`What helped: ${goal.title}`}
        draft={{ key, action: saveDraft, ...draft }}
      >
        <HiddenField name="goalId" value={goal.id} />
        {folded ? (
          <FormFold summary="Say it otherwise" look="button" open={draft !== null}>
            {fields}
          </FormFold>
        ) : (
          fields
        )}
      </Form>
    </div>
  );
}
