import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { keepDebrief } from "@/lib/debriefs/actions";
import type { Debrief } from "@/lib/debriefs/queries";
import { debriefDraftKey } from "@/lib/debriefs/schema";
import { saveDraft } from "@/lib/drafts/actions";

type Props = {
  id: string;
  setbackId: string;
  debrief: Debrief | null;
  draft: Omit<FormDraft, "key" | "action"> | null;
  /** Folded away, where nobody is to be asked. */
  folded: boolean;
};

/** Looking back on a conversation: what went well comes first. Each part can stay empty, or wait. */
export function DebriefForm({ id, setbackId, debrief, draft, folded }: Props) {
  return (
    <Form
      action={keepDebrief}
      label="Look back on the conversation"
      draft={{ key: debriefDraftKey(setbackId), action: saveDraft, ...draft }}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="setbackId" value={setbackId} />
      <FormFold summary={debrief ? "Add to it, or change it" : "Write it down"} open={!folded}>
        <div className="flex flex-col gap-7">
          <TextArea
            name="wentWell"
            label="What went well"
            hint="Something did: an answer, a laugh, that you were on time, that you went at all."
            defaultValue={debrief?.wentWell}
          />
          <TextArea
            name="differently"
            label="What I would say differently"
            hint="As you would say it today, to a friend who asks."
            defaultValue={debrief?.differently}
          />
          <TextArea
            name="questions"
            label="What they asked"
            hint="One question a line. They go to your questions to practise."
          />
          <SubmitButton className="self-start" pendingText="Keeping">
            Keep this
          </SubmitButton>
        </div>
      </FormFold>
    </Form>
  );
}
