import { Press } from "@/components/forms/press";
import { decide, takeDecisionBack, tryAgain } from "@/lib/experiments/actions";
import type { ExperimentCard } from "@/lib/experiments/queries";
import { freshId } from "@/lib/ids";

const decided = {
  keep: "You keep it.",
  drop: "You let it go. Now you know more than before.",
  again: "You began it once more, as an experiment of its own.",
};

/** Keep, drop or try again: each is a fine end, and can be taken back. */
export function WhatNow({ experiment: { id, verdict } }: { experiment: ExperimentCard }) {
  if (verdict)
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2.5">
        <p>{decided[verdict]}</p>
        <Press
          action={takeDecisionBack}
          about={{ experimentId: id }}
          says="Undo"
          label="Undo this decision"
        />
      </div>
    );
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2.5">
      <Press
        action={decide}
        about={{ experimentId: id, verdict: "keep" }}
        says="Keep it"
        label="Keep this change"
        variant="quiet"
      />
      <Press
        action={decide}
        about={{ experimentId: id, verdict: "drop" }}
        says="Let it go"
        label="Let this change go"
        variant="quiet"
      />
      <Press
        action={tryAgain}
        about={{ experimentId: id, id: freshId() }}
        says="Try it again"
        label="Try this change again"
        variant="quiet"
      />
    </div>
  );
}
