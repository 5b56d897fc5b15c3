import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { undoCase } from "@/lib/experiments/actions";
import type { ExperimentCard } from "@/lib/experiments/queries";
import { betterWords } from "@/lib/experiments/schema";

/** Takes out again what was counted last, and says what that was. */
export function UndoCase({
  experiment: { last, better, change },
}: {
  experiment: Pick<ExperimentCard, "last" | "better" | "change">;
}) {
  if (!last) return null;
  const said = betterWords[better][last.isBetter ? "yes" : "no"];
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 text-muted text-sm">
      Counted last: {said}.
      <Form action={undoCase} className={pressForm} label={`Undo what was counted last: ${said}. ${change}`}>
        <HiddenField name="caseId" value={last.id} />
        <SubmitButton variant="plain" pendingText="Taking it out">
          Undo
        </SubmitButton>
      </Form>
    </div>
  );
}
