import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { makeSmaller } from "@/lib/goals/actions";
import type { GoalCard } from "@/lib/goals/queries";
import { sayRhythm } from "@/lib/goals/rules";
import { smallerDraftKey } from "@/lib/goals/schema";

type Props = {
  goal: Pick<GoalCard, "id" | "title" | "rhythmInWords" | "smaller" | "smallerTitle">;
  draft: Kept | null;
};

/** Says what a goal would become before anything changes, and does it on a second press. */
export function MakeSmaller({ goal, draft }: Props) {
  const { smaller } = goal;
  // Words are asked for only where fewer times are not possible.
  const asksForWords = smaller.kind === "retitle";
  const kept = asksForWords ? draft : null;
  const key = smallerDraftKey(goal.id);
  return (
    <div className="grid gap-3 has-[[open]]:basis-full">
      {kept && <KeptWords draftKey={key} />}
      <Form
        action={makeSmaller}
        label={`Make it smaller: ${goal.title}`}
        className={pressForm}
        opens={`${goal.rhythmInWords} ${goal.title}`}
        draft={asksForWords ? { key, action: saveDraft, ...kept } : undefined}
      >
        <HiddenField name="goalId" value={goal.id} />
        <HiddenField name="rhythmInWords" value={goal.rhythmInWords} />
        <FormFold summary="Make it smaller" look="button" open={kept !== null}>
          <div className="flex flex-col gap-4">
            {smaller.kind === "rhythm" ? (
              <p>
                <strong>{goal.rhythmInWords}</strong> becomes <strong>{sayRhythm(smaller.rhythm)}</strong>.
                What you have done stays.
              </p>
            ) : (
              <TextField
                name="title"
                label="What would be a smaller version?"
                hint="Five minutes count. So does a phone call instead of a meeting."
                defaultValue={goal.smallerTitle}
                required
              />
            )}
            <SubmitButton className="self-start" pendingText="Changing">
              {smaller.kind === "rhythm" ? `Yes, ${sayRhythm(smaller.rhythm)}` : "Yes, the smaller one"}
            </SubmitButton>
          </div>
        </FormFold>
      </Form>
    </div>
  );
}
