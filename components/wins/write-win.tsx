import { DateField } from "@/components/forms/date-field";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import type { Day } from "@/lib/dates";
import { saveDraft } from "@/lib/drafts/actions";
import { writeWin } from "@/lib/wins/actions";

type Props = { id: string; today: Day; draft: Omit<FormDraft, "key" | "action"> | null };

export function WriteWin({ id, today, draft }: Props) {
  return (
    <div className="mt-8">
      <Form action={writeWin} label="Write a win" draft={{ key: "win", action: saveDraft, ...draft }}>
        <HiddenField name="id" value={id} />
        <TextArea name="body" label="What went well?" hint="A line is enough." required />
        <DateField name="day" label="Day" defaultValue={today} max={today} required />
        <SubmitButton className="self-start" pendingText="Keeping">
          Keep this win
        </SubmitButton>
      </Form>
    </div>
  );
}
