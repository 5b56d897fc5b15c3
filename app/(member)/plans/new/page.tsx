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
import { setbackKinds } from "@/lib/setbacks/schema";
import { read } from "@/lib/viewer";

export default page("Write a plan", async ({ searchParams }: PageProps<"/plans/new">) => {
  const { example: chosen, kind: asked } = await searchParams;
  const example = findExample(chosen);
  const { typed, before } = await read(async (viewer) => ({
    typed: await findKeptWords(viewer, "plan"),
    before: await listSuggestions(viewer),
  }));
  const kind = setbackKinds.find((kind) => kind === asked);
  // What was typed is never given up for an example: whoever would rather have that starts afresh.
  const isFree = typed === null;
  return (
    <>
      <PageHeader
        title="Write a plan"
        sub="One sentence for a day that may come. You can change it or let it go at any time."
        back={{ href: "/plans", label: "If-then plans" }}
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
      {typed && <KeptWords draftKey="plan" />}
      <WritePlan
        key={isFree ? (example?.step ?? "fresh") : "kept"}
        id={freshId()}
        values={
          isFree && example
            ? valuesOf(example)
            : isFree && kind
              ? valuesOf({ kind, stage: null, feeling: null, obstacle: null, step: "" })
              : {}
        }
        before={{ stage: before.stage, feelings: before.feelings }}
        draft={typed}
      />
    </>
  );
});
