import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { WhichCircle } from "@/components/shares/which-circle";
import { WhichNames } from "@/components/shares/which-names";
import { WhichPieces } from "@/components/shares/which-pieces";
import { choosePieces } from "@/lib/shares/actions";
import type { Sharing } from "@/lib/shares/queries";

type Props = {
  sharing: Pick<Sharing, "of" | "id" | "pieces" | "words" | "hasCompanies" | "seats">;
  /** What the form opens with, by the field's name. */
  start: Record<string, string[]>;
  draft: FormDraft;
};

/** The first of two steps, for what goes in pieces or in words alone. Nothing is ticked beforehand. */
export function ChoosePieces({ sharing, start, draft }: Props) {
  const { of, id, pieces, words, hasCompanies, seats } = sharing;
  return (
    <Form
      action={choosePieces}
      label="What goes to the circle"
      className="mt-7 flex flex-col gap-7"
      draft={draft}
    >
      <HiddenField name="of" value={of} />
      <HiddenField name="sourceId" value={id} />
      <WhichCircle seats={seats} start={start.circleId?.[0] ?? ""} />
      {words === null ? (
        <>
          <WhichPieces label="What goes along" pieces={pieces} start={start.piece} />
          <TextArea
            name="words"
            label="A line of your own"
            hint="Only if you like. It comes first."
            rows={3}
            defaultValue={start.words?.[0] ?? ""}
          />
        </>
      ) : (
        <TextArea
          name="words"
          label="Your words for the circle"
          hint="Change them here as you like; what you keep for yourself stays as it is."
          rows={5}
          // Kept before there was a preview, they are called otherwise.
          defaultValue={(start.words ?? start.body)?.[0] ?? words}
          required
        />
      )}
      {hasCompanies && <WhichNames of="your setbacks" start={start.names} />}
      <SubmitButton pendingText="Making the preview" className="sm:self-start">
        See what they will see
      </SubmitButton>
    </Form>
  );
}
