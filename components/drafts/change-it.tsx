import type { ReactNode } from "react";
import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import type { FormAction } from "@/lib/form-state";

type Props = {
  action: FormAction;
  label: string;
  about: Record<string, string>;
  /** What was typed into it and not sent, and by which key. */
  draft: Kept | null;
  draftKey: string;
  /** Whether somebody came to change it. */
  open?: boolean;
  className?: string;
  children: ReactNode;
};

/** What something of the viewer's says, folded away until it is to be changed. */
export function ChangeIt({
  action,
  label,
  about,
  draft,
  draftKey,
  open = false,
  className = "flex flex-col gap-3",
  children,
}: Props) {
  return (
    <>
      {draft && <KeptWords draftKey={draftKey} />}
      <Form
        action={action}
        label={label}
        className={className}
        draft={{ key: draftKey, action: saveDraft, ...draft }}
      >
        {Object.entries(about).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <FormFold summary="Change it" open={open || draft !== null}>
          <div className="flex flex-col gap-6">
            {children}
            <SubmitButton className="self-start" pendingText="Changing">
              Save the change
            </SubmitButton>
          </div>
        </FormFold>
      </Form>
    </>
  );
}
