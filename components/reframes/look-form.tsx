import { ChoiceField } from "@/components/forms/choice-field";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { FeltNow } from "@/components/reframes/felt-now";
import { Fold } from "@/components/ui/fold";
import { LONGEST_WORD } from "@/lib/feelings/schema";
import { lookAgain } from "@/lib/reframes/actions";
import type { ReframeView } from "@/lib/reframes/queries";
import { traps } from "@/lib/reframes/traps";

/** The rest of a reframe, each part of which can be left open: the trap, both sides, a fairer thought. */
export function LookForm({
  reframe,
  start,
  draft,
}: {
  reframe: ReframeView;
  /** What was typed and not sent. */
  start: Record<string, string[]> | null;
  draft: FormDraft;
}) {
  const words = (field: "thought" | "trap" | "evidenceFor" | "evidenceAgainst" | "fairer") =>
    start?.[field]?.[0] ?? reframe[field] ?? "";
  // One that does not open cannot be named, and stays as it lies.
  const feelings = reframe.feelings.filter(({ word }) => word.length <= LONGEST_WORD);
  return (
    <Form action={lookAgain} label="Look at it again" className="mt-7 flex flex-col gap-9" draft={draft}>
      <HiddenField name="reframeId" value={reframe.id} />
      <TextArea name="thought" label="The thought" rows={2} required defaultValue={words("thought")} />
      <Fold
        summary="Is there a trap in it? Habits of thought that most of us have"
        open={words("trap") !== ""}
      >
        <ChoiceField
          name="trap"
          label="The trap in it"
          hint="Choose the nearest, or none."
          look="cards"
          defaultValue={words("trap")}
          choices={[
            { value: "", label: "None of these, or I do not know" },
            ...traps.map(({ key, name, plain, example }) => ({
              value: key,
              label: name,
              hint: `${plain} ${example}`,
            })),
          ]}
        />
      </Fold>
      <TextArea
        name="evidenceFor"
        label="What speaks for it"
        hint="Only what a camera would have seen."
        rows={3}
        defaultValue={words("evidenceFor")}
      />
      <TextArea
        name="evidenceAgainst"
        label="What speaks against it"
        hint="What would a friend say who was there?"
        rows={3}
        defaultValue={words("evidenceAgainst")}
      />
      <TextArea
        name="fairer"
        label="A fairer thought"
        hint="Not a rosy one: one that you can believe, with both sides in it."
        rows={3}
        defaultValue={words("fairer")}
      />
      {feelings.length > 0 && <FeltNow feelings={feelings} />}
      <SubmitButton pendingText="Saving" className="sm:self-start">
        Save
      </SubmitButton>
    </Form>
  );
}
