import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Notice } from "@/components/ui/notice";
import { bringTemplateBack, deleteTemplate } from "@/lib/feedback/actions";

/** Deletes a letter that was kept for the next time. */
export function DeleteTemplate({ templateId }: { templateId: string }) {
  return (
    <Form action={deleteTemplate} className={pressForm} label="Delete this letter of your own">
      <HiddenField name="templateId" value={templateId} />
      <SubmitButton variant="plain" icon="trash-2">
        Delete this letter of your own
      </SubmitButton>
    </Form>
  );
}

/** Says that it was deleted, and takes it back. */
export function DeletedTemplate({ templateId }: { templateId: string }) {
  return (
    <Notice
      title="Deleted"
      action={
        <Form action={bringTemplateBack} className={pressForm} label="Undo deleting your own letter">
          <HiddenField name="templateId" value={templateId} />
          <SubmitButton variant="quiet" icon="undo-2">
            Undo
          </SubmitButton>
        </Form>
      }
    >
      That can be undone right now, here. Letters that you drafted from it stay.
    </Notice>
  );
}
