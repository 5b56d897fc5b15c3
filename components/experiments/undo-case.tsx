import { Press } from "@/components/forms/press";
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
      <Press
        action={undoCase}
        about={{ caseId: last.id }}
        says="Undo"
        label={`Undo what was counted last: ${said}. ${change}`}
        pendingText="Taking it out"
      />
    </div>
  );
}
