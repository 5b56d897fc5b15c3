import { ExperimentButton } from "@/components/experiments/experiment-button";
import { Notice } from "@/components/ui/notice";
import { bringExperimentBack } from "@/lib/experiments/actions";

/** Says that an experiment was deleted, and takes it back. */
export function DeletedExperiment({ experimentId }: { experimentId: string }) {
  return (
    <Notice
      title="Deleted"
      action={
        <ExperimentButton
          action={bringExperimentBack}
          experimentId={experimentId}
          says="Undo"
          icon="undo-2"
          variant="quiet"
          label="Undo deleting the experiment"
        />
      }
    >
      What you counted went along. That can be undone right now, here.
    </Notice>
  );
}
