import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { buttonClass } from "@/components/ui/button";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { makeSmaller } from "@/lib/goals/actions";
import type { GoalCard } from "@/lib/goals/queries";
import { sayAsk } from "@/lib/goals/rules";
import { smallerDraftKey } from "@/lib/goals/schema";

type Props = {
  goal: Pick<GoalCard, "id" | "title" | "rhythm" | "times" | "asks" | "smaller" | "smallerTitle">;
  draft: Kept | null;
};

/** Says what a goal would become before anything changes, and does it on a second press. */
export function MakeSmaller({ goal, draft }: Props) {
  const { smaller } = goal;
  const key = smallerDraftKey(goal.id);
  // Words are asked for only where fewer times are not possible.
  const asksForWords = smaller.kind === "retitle";
  const kept = asksForWords ? draft : null;
  return (
    <details open={kept !== null} className="group open:basis-full">
      <summary className={buttonClass({ variant: "quiet" }, "list-none")}>Make it smaller</summary>
      <div className="mt-4 grid gap-5">
        {kept && <KeptWords draftKey={key} />}
        <Form
          action={makeSmaller}
          label={`Make it smaller: ${goal.title}`}
          draft={asksForWords ? { key, action: saveDraft, ...kept } : undefined}
        >
          <HiddenField name="goalId" value={goal.id} />
          <HiddenField name="rhythm" value={goal.rhythm} />
          <HiddenField name="times" value={String(goal.times)} />
          {smaller.kind === "ask" ? (
            <p>
              <strong>{goal.asks}</strong> becomes <strong>{sayAsk(smaller.ask)}</strong>. What you have done
              stays.
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
            {smaller.kind === "ask" ? `Yes, ${sayAsk(smaller.ask)}` : "Yes, the smaller one"}
          </SubmitButton>
        </Form>
      </div>
    </details>
  );
}
