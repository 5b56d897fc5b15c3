import { notFound } from "next/navigation";
import { ExperimentView } from "@/components/experiments/experiment-view";
import { sayCounted } from "@/components/experiments/say-counted";
import { page } from "@/components/layout/page";
import { SharedWhere } from "@/components/shares/shared-where";
import { WhoReads } from "@/components/shares/who-reads";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { findExperiment } from "@/lib/experiments/queries";
import { betterWords, lessonDraftKey } from "@/lib/experiments/schema";
import { hasFreshSetback } from "@/lib/setbacks/queries";
import { listShares } from "@/lib/shares/queries";
import { read } from "@/lib/viewer";

export default page("An experiment", async ({ params }: PageProps<"/experiments/[id]">) => {
  const { id } = await params;
  const { experiment, shares, draft, waits } = await read(async (viewer) => ({
    experiment: (await findExperiment(viewer, id)) ?? notFound(),
    shares: await listShares(viewer, { experimentId: id }),
    draft: await findKeptWords(viewer, lessonDraftKey(id)),
    waits: await hasFreshSetback(viewer),
  }));
  return (
    <>
      <PageHeader
        title={experiment.change}
        sub={
          <>
            {`Better is when ${betterWords[experiment.better].happens}. ${experiment.over ? "It is over." : sayCounted(experiment)}`}{" "}
            <WhoReads isShared={shares.length > 0} share={`/experiments/${experiment.id}/share`} />
          </>
        }
        back={{ href: "/experiments", label: "Experiments" }}
      />
      <ExperimentView experiment={experiment} draft={draft} waits={waits} />
      <SharedWhere shares={shares} />
    </>
  );
});
