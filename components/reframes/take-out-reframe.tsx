import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Notice } from "@/components/ui/notice";
import { bringReframeBack, takeOutReframe } from "@/lib/reframes/actions";

export function TakeOutReframe({ reframeId }: { reframeId: string }) {
  return (
    <Form action={takeOutReframe} label="Take this out" className="">
      <HiddenField name="reframeId" value={reframeId} />
      <SubmitButton variant="plain" icon="trash-2" pendingText="Taking it out">
        Take this out
      </SubmitButton>
    </Form>
  );
}

export function ReframeTakenOut({ reframeId }: { reframeId: string }) {
  return (
    <Notice
      live
      action={
        <Form action={bringReframeBack} label="Bring it back" className="">
          <HiddenField name="reframeId" value={reframeId} />
          <SubmitButton variant="quiet" icon="undo-2" pendingText="Bringing it back">
            Undo
          </SubmitButton>
        </Form>
      }
    >
      Taken out.
    </Notice>
  );
}
