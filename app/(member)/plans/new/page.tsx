import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { ExampleLinks } from "@/components/plans/example-links";
import { valuesOf } from "@/components/plans/plan-fields";
import { WritePlan } from "@/components/plans/write-plan";
import { Fold } from "@/components/ui/fold";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { findExample } from "@/lib/plans/examples";
import { listSuggestions } from "@/lib/setbacks/queries";
import { read } from "@/lib/viewer";

export default page("Write a plan", async ({ searchParams }: PageProps<"/plans/new">) => {
  const { example: chosen } = await searchParams;
  const example = findExample(chosen);
  const { typed, before } = await read(async (viewer) => ({
    typed: await findKeptWords(viewer, "plan"),
    before: await listSuggestions(viewer),
  }));
  // Choosing an example is a choice against what was typed before.
  const draft = example ? null : typed;
  return (
    <>
      <PageHeader
        title="Write a plan"
        sub="One sentence for a day that may come. You can change it or let it go at any time."
        back={{ href: "/plans", label: "Plans" }}
      />
      <div className="grid gap-3">
        <Fold summary="Begin with an example" open={example !== null}>
          <ExampleLinks chosen={typeof chosen === "string" ? chosen : undefined} />
        </Fold>
        <Fold summary="Why if and then">
          <p className="max-w-words">
            Across 94 tests, people who had decided beforehand when they would act and what they would do then
            did it more often than people who only meant to (Gollwitzer and Sheeran, 2006). They were about
            many things, from exercise to homework. What it does for you, only you can see.
          </p>
        </Fold>
      </div>
      {draft && <KeptWords draftKey="plan" />}
      <WritePlan
        key={example?.step ?? (draft ? "kept" : "fresh")}
        id={freshId()}
        values={example ? valuesOf(example) : {}}
        before={{ stage: before.stage, feelings: before.feelings }}
        draft={draft}
      />
    </>
  );
});
