import { notFound } from "next/navigation";
import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { Press } from "@/components/forms/press";
import { SubmitButton } from "@/components/forms/submit-button";
import { page } from "@/components/layout/page";
import { StepFields } from "@/components/planned-steps/step-fields";
import { PageHeader } from "@/components/ui/page-header";
import { sayDay } from "@/lib/dates";
import { saveDraft } from "@/lib/drafts/actions";
import { findKeptWords } from "@/lib/drafts/queries";
import { changePlannedStep, deletePlannedStep } from "@/lib/planned-steps/actions";
import { findPlannedStep } from "@/lib/planned-steps/queries";
import { stepDraftKey } from "@/lib/planned-steps/schema";
import { read } from "@/lib/viewer";

// The browser's history and tabs say no more than this.
export default page("A step of your week", async ({ params }: PageProps<"/week/[stepId]">) => {
  const { stepId } = await params;
  const { step, goals, draft, today } = await read(async (viewer) => ({
    ...((await findPlannedStep(viewer, stepId)) ?? notFound()),
    draft: await findKeptWords(viewer, stepDraftKey(stepId)),
    today: viewer.today,
  }));
  const key = stepDraftKey(step.id);
  return (
    <>
      <PageHeader
        title="A step of your week"
        sub={`${sayDay(step.day, today)}${step.at && `, ${step.at}`}.`}
        back={{ href: `/week?of=${step.day}`, label: "Your week" }}
      />
      {draft && <KeptWords draftKey={key} />}
      <Form action={changePlannedStep} label="Change this step" draft={{ key, action: saveDraft, ...draft }}>
        <HiddenField name="stepId" value={step.id} />
        <StepFields values={step} goals={goals} />
        <SubmitButton pendingText="Changing">Save the change</SubmitButton>
      </Form>
      <section aria-label="Delete" className="mt-11 flex flex-wrap items-center gap-x-4">
        <Press
          action={deletePlannedStep}
          about={{ stepId: step.id }}
          says="Delete"
          icon="trash-2"
          label="Delete this step"
        />
        <p className="text-muted text-sm">Deleting can be undone right afterwards.</p>
      </section>
    </>
  );
});
