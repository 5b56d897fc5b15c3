import type { ReactNode } from "react";
import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import type { FormAction } from "@/lib/form-state";

export type WishFormProps = {
  action: FormAction;
  /** What goes along, by the field's name. */
  about: Record<string, string>;
  draftKey: string;
  draft: Kept | null;
};

/** One screen of a picture: what it asks for, and the way out. */
export function WishForm({
  action,
  label,
  about,
  draftKey,
  draft,
  says,
  children,
}: WishFormProps & { label: string; says: string; children: ReactNode }) {
  return (
    <>
      {draft && <KeptWords draftKey={draftKey} />}
      <div className="mt-8">
        <Form action={action} label={label} draft={{ key: draftKey, action: saveDraft, ...draft }}>
          {Object.entries(about).map(([name, value]) => (
            <HiddenField key={name} name={name} value={value} />
          ))}
          {children}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
            <SubmitButton pendingText="Keeping">{says}</SubmitButton>
            <ButtonLink href="/wishes" variant="plain">
              Leave it here for now
            </ButtonLink>
          </div>
        </Form>
      </div>
    </>
  );
}
