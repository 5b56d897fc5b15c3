import { Press } from "@/components/forms/press";
import { countCase } from "@/lib/experiments/actions";
import type { ExperimentCard } from "@/lib/experiments/queries";
import { betterWords } from "@/lib/experiments/schema";
import { freshId } from "@/lib/ids";

/** One tap counts one application, as better or not. The id is in the form, so a double tap counts it once. */
export function CountCase({ experiment }: { experiment: Pick<ExperimentCard, "id" | "change" | "better"> }) {
  const { yes, no } = betterWords[experiment.better];
  return (
    <>
      <Press
        action={countCase}
        about={{ experimentId: experiment.id, id: freshId(), isBetter: "yes" }}
        says={yes}
        label={`Count one: ${yes}. ${experiment.change}`}
        icon="plus"
        variant="quiet"
      />
      <Press
        action={countCase}
        about={{ experimentId: experiment.id, id: freshId(), isBetter: "no" }}
        says={no}
        label={`Count one: ${no}. ${experiment.change}`}
        icon="plus"
        variant="quiet"
      />
    </>
  );
}
