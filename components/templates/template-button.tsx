import { Press } from "@/components/forms/press";
import { Notice } from "@/components/ui/notice";
import { bringTemplateBack, deleteTemplate } from "@/lib/templates/actions";

/** Deletes a letter that was kept for the next time. */
export function DeleteTemplate({ templateId }: { templateId: string }) {
  return (
    <Press
      action={deleteTemplate}
      about={{ templateId }}
      says="Delete this letter of your own"
      label="Delete this letter of your own"
      icon="trash-2"
    />
  );
}

/** Says that it was deleted, and takes it back. */
export function DeletedTemplate({ templateId }: { templateId: string }) {
  return (
    <Notice
      title="Deleted"
      action={
        <Press
          action={bringTemplateBack}
          about={{ templateId }}
          says="Undo"
          label="Undo deleting your own letter"
          icon="undo-2"
          variant="quiet"
        />
      }
    >
      That can be undone right now, here. Letters that you drafted from it stay.
    </Notice>
  );
}
