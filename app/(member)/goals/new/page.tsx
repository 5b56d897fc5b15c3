import { AddGoal } from "@/components/goals/add-goal";
import { valuesOf } from "@/components/goals/goal-fields";
import { PresetLinks } from "@/components/goals/preset-links";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { findPreset } from "@/lib/goals/presets";
import { freshId } from "@/lib/ids";
import { read } from "@/lib/viewer";

export default page("Add a goal", async ({ searchParams }: PageProps<"/goals/new">) => {
  const { preset: chosen } = await searchParams;
  const preset = findPreset(chosen);
  const typed = await read((viewer) => findKeptWords(viewer, "goal"));
  // Choosing a preset is a choice against what was typed before.
  const draft = preset ? null : typed;
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
        draft={draft}
      />
    </>
  );
});
