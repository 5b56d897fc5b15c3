import { FeelingPicker } from "@/components/feelings/feeling-picker";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { beginReframe } from "@/lib/reframes/actions";

/** The first step of a reframe: the thought as it comes. The rest can wait for another day. */
export function BeginForm({
  id,
  setbackId,
  start,
  feelings,
  draft,
}: {
  id: string;
  setbackId: string;
  start: Record<string, string[]>;
  /** Words for feelings that lie to hand. */
  feelings: string[];
  draft: FormDraft;
}) {
  const first = (field: string) => start[field]?.[0] ?? "";
  return (
    <Form action={beginReframe} label="A first thought" className="mt-7 flex flex-col gap-7" draft={draft}>
      <HiddenField name="id" value={id} />
      <HiddenField name="setbackId" value={setbackId} />
      <TextArea
        name="thought"
        label="Which thought keeps coming back?"
        hint="As it comes, in your own words. Nobody else can read it."
        rows={3}
        required
        defaultValue={first("thought")}
      />
      <FeelingPicker
        words={feelings}
        chosen={start.feeling ?? []}
        own={first("ownFeeling")}
        ownStrength={first("ownStrength")}
      />
      <SubmitButton pendingText="Keeping it" className="sm:self-start">
        Look at it
      </SubmitButton>
    </Form>
  );
}
