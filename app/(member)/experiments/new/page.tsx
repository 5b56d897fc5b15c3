import { KeptWords } from "@/components/drafts/kept-words";
import { BeginExperiment } from "@/components/experiments/begin-experiment";
import { page } from "@/components/layout/page";
import { CanWait } from "@/components/phases/can-wait";
import { YouSaid } from "@/components/reasons/you-said";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { listExperiments } from "@/lib/experiments/queries";
import { MOST_AT_ONCE } from "@/lib/experiments/rules";
import { CHANGE_LENGTH } from "@/lib/experiments/schema";
import { freshId } from "@/lib/ids";
import { findReason } from "@/lib/reasons/queries";
import { hasFreshSetback } from "@/lib/setbacks/queries";
import { read } from "@/lib/viewer";

export default page("Begin an experiment", async ({ searchParams }: PageProps<"/experiments/new">) => {
  const { reason } = await searchParams;
  const { running, draft, waits, from } = await read(async (viewer) => ({
    from: reason ? await findReason(viewer, reason, CHANGE_LENGTH) : null,
    running: (await listExperiments(viewer)).filter(({ over }) => !over),
    draft: await findKeptWords(viewer, "experiment"),
    waits: await hasFreshSetback(viewer),
  }));
  return (
    <>
      <PageHeader
        title="Begin an experiment"
        sub="One change at a time tells you most. You can end it early at any time."
        back={{ href: "/experiments", label: "Experiments" }}
      />
      {waits ? (
        <CanWait keeps={draft !== null} on={{ href: "/today", label: "Go to Today" }} />
      ) : running.length >= MOST_AT_ONCE ? (
        <Notice title="Two are running already">
          That is the most at once: with two changes at a time it is hard enough to say which of them did it.
          When one of them is over, there is room for the next.
        </Notice>
      ) : (
        <>
          {from && <YouSaid words={from.words} ask="What could you do differently about it?" />}
          {draft && <KeptWords draftKey="experiment" />}
          <div className="mt-8">
            <BeginExperiment id={freshId()} draft={draft} />
          </div>
        </>
      )}
    </>
  );
});
