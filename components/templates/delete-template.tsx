import { Press } from "@/components/forms/press";
import { deleteTemplate } from "@/lib/templates/actions";

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
