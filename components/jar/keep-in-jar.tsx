import { DateField } from "@/components/forms/date-field";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import type { Day } from "@/lib/dates";
import { saveDraft } from "@/lib/drafts/actions";
import { keepInJar } from "@/lib/jar/actions";

type Props = { id: string; today: Day; draft: Omit<FormDraft, "key" | "action"> | null };

export function KeepInJar({ id, today, draft }: Props) {
  return (
    <Form action={keepInJar} label="Keep something" draft={{ key: "jar", action: saveDraft, ...draft }}>
      <HiddenField name="id" value={id} />
      <TextArea
        name="words"
        label="Praise, or proof that you can do it"
        hint="What somebody said of you or your work, or something that you did and know is good."
        required
      />
      <TextField
        name="origin"
        label="Where it is from"
        hint="Such as: my last team. It may stay empty."
        autoComplete="off"
      />
      <DateField name="day" label="Day" defaultValue={today} max={today} required />
      <SubmitButton className="self-start" pendingText="Keeping">
        Put it in the jar
      </SubmitButton>
    </Form>
  );
}
