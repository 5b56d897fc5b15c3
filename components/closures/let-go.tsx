import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { Press } from "@/components/forms/press";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { letSetbackGo, openSetbackAgain } from "@/lib/closures/actions";
import { farewellDraftKey } from "@/lib/closures/schema";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Draft } from "@/lib/drafts/queries";

/** Puts a setback down for good, from wherever it rests: a small step, with a line to it for who wants one. */
export function LetGo({
  setbackId,
  farewell,
  draft,
}: {
  setbackId: string;
  /** What was said to it the last time. */
  farewell: string | null;
  draft: Draft | null;
}) {
  const key = farewellDraftKey(setbackId);
  return (
    <>
      {draft && <KeptWords draftKey={key} />}
      <Form
        action={letSetbackGo}
        label="Let this one go"
        className="mt-7 flex flex-col gap-6"
        draft={{
          key,
          action: saveDraft,
          ...(draft && { savedAt: draft.savedAt, typedAt: draft.typedAt }),
        }}
      >
        <HiddenField name="setbackId" value={setbackId} />
        <TextArea
          name="farewell"
          label="A line to leave with it, if you like"
          rows={3}
          defaultValue={draft?.values.farewell?.[0] ?? farewell ?? ""}
        />
        <SubmitButton pendingText="Letting go" className="sm:self-start">
          Let it go
        </SubmitButton>
      </Form>
    </>
  );
}

/** Says that a setback was let go, and when; one press takes it up again. */
export function WasLetGo({
  setbackId,
  on,
  farewell,
}: {
  setbackId: string;
  on: string;
  farewell: string | null;
}) {
  return (
    <div className="mt-8">
      <Notice
        title={`You let this one go on ${on}.`}
        action={
          <Press
            action={openSetbackAgain}
            about={{ setbackId }}
            says="Open it again"
            label="Open this setback again"
            variant="quiet"
            pendingText="Opening"
          />
        }
      >
        {farewell ? <Prose words={wordsToDraw(farewell)} className="mt-1" /> : "It asks nothing of you."}
      </Notice>
    </div>
  );
}
