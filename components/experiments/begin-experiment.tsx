import { ExperimentFields } from "@/components/experiments/experiment-fields";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { saveDraft } from "@/lib/drafts/actions";
import { beginExperiment } from "@/lib/experiments/actions";

type Props = {
  id: string;
  draft: Omit<FormDraft, "key" | "action"> | null;
};

export function BeginExperiment({ id, draft }: Props) {
  return (
    <Form
      action={beginExperiment}
      label="Begin an experiment"
      className="group/experiment flex flex-col gap-6 [&>button]:self-start"
      draft={{ key: "experiment", action: saveDraft, ...draft }}
    >
      <HiddenField name="id" value={id} />
      <ExperimentFields />
      <SubmitButton pendingText="Beginning">Begin</SubmitButton>
    </Form>
  );
}
