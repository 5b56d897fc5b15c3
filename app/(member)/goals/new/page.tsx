import { AddGoal } from "@/components/goals/add-goal";
import { valuesOf } from "@/components/goals/goal-fields";
import { PresetLinks } from "@/components/goals/preset-links";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { findPreset } from "@/lib/goals/presets";
import { TITLE_LENGTH } from "@/lib/goals/rules";
import { draftOfPreset } from "@/lib/goals/schema";
import { freshId } from "@/lib/ids";
import { findReason } from "@/lib/reasons/queries";
import { hasFreshSetback } from "@/lib/setbacks/queries";
import { read } from "@/lib/viewer";

export default page("Add a goal", async ({ searchParams }: PageProps<"/goals/new">) => {
  const { preset: chosen, reason } = await searchParams;
  const preset = findPreset(chosen);
  // What was typed before waits for its own form, and choosing a preset is no choice against it.
  const draftKey = preset ? draftOfPreset(String(chosen)) : "goal";
  const { draft, from } = await read(async (viewer) => ({
    draft: await findKeptWords(viewer, draftKey),
    // On the day of a setback nothing is asked of a reason, and a goal can be added as ever.
    from: reason && !(await hasFreshSetback(viewer)) ? await findReason(viewer, reason, TITLE_LENGTH) : null,
  }));
  return (
    <>
      <PageHeader
        title="Add a goal"
        sub="Small is good. You can make it smaller, let it rest or change it at any time."
        back={{ href: "/goals", label: "Goals" }}
      />
      <PresetLinks chosen={typeof chosen === "string" ? chosen : undefined} />
      <AddGoal
        key={preset?.title ?? "own"}
        id={freshId()}
        values={preset ? valuesOf(preset) : {}}
        reason={from?.words}
        draftKey={draftKey}
        draft={draft}
      />
    </>
  );
});
