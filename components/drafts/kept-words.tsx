import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Notice } from "@/components/ui/notice";
import { startAfresh } from "@/lib/drafts/actions";

/** Says, above a form that opens with a draft, where its words come from, with a way to let go of them. */
export function KeptWords({ draftKey, takenBack = false }: { draftKey: string; takenBack?: boolean }) {
  return (
    <div className="mt-6">
      <Notice
        action={
          <Form action={startAfresh} label="What you typed before">
            <HiddenField name="key" value={draftKey} />
            <SubmitButton variant="plain" pendingText="Starting afresh">
              Start afresh
            </SubmitButton>
          </Form>
        }
      >
        {takenBack
          ? "Taken back. Your words are here if you want to share them again."
          : "We kept what you typed. It is here below, and goes nowhere until you press the button."}
      </Notice>
    </div>
  );
}
