import { ChoiceField } from "@/components/forms/choice-field";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { Name } from "@/components/ui/name";
import { saveDraft } from "@/lib/drafts/actions";
import type { FormAction } from "@/lib/form-state";
import type { SeatLine } from "@/lib/memberships/queries";

type Props = {
  action: FormAction;
  /** The id of the post that will be made. */
  id: string;
  /** What is shared from: the field's name and the row's id. */
  source: { name: "goalId" | "winId"; id: string };
  seats: SeatLine[];
  body: string;
  draft: Omit<FormDraft, "action">;
};

/** The words as the circle will read them, and nothing that it would not: what stands here is what is sent. */
export function ShareWords({ action, id, source, seats, body, draft }: Props) {
  const [only] = seats;
  return (
    <Form action={action} label="Share with a circle" draft={{ action: saveDraft, ...draft }}>
      <HiddenField name="id" value={id} />
      <HiddenField name={source.name} value={source.id} />
      {seats.length === 1 && only ? (
        <>
          <HiddenField name="circleId" value={only.id} />
          <p>
            In <strong>{only.name}</strong>, as <Name className="font-semibold">{only.alias}</Name>.
          </p>
        </>
      ) : (
        <ChoiceField
          name="circleId"
          label="Which circle?"
          choices={seats.map((seat) => ({
            value: seat.id,
            label: `${seat.name}, as ${seat.alias}`,
          }))}
          required
        />
      )}
      <TextArea
        name="body"
        label="What the circle will see"
        hint="Exactly these words, and nothing else. Change them as you like."
        defaultValue={body}
        required
      />
      <SubmitButton className="self-start" pendingText="Sharing">
        Share
      </SubmitButton>
    </Form>
  );
}
