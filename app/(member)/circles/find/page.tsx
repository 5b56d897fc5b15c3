import { VerifyNotice } from "@/components/accounts/verify-notice";
import { page } from "@/components/layout/page";
import { LookForm } from "@/components/matching/look-form";
import { ProposalCard } from "@/components/matching/proposal-card";
import { SaidYes, Waiting } from "@/components/matching/waiting";
import { Watch } from "@/components/matching/watch";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { countCircles } from "@/lib/circles/queries";
import { hasRoomForCircle } from "@/lib/circles/rules";
import { findKeptWords } from "@/lib/drafts/queries";
import { findSearch } from "@/lib/matching/queries";
import { sayStage } from "@/lib/matching/rules";
import { read } from "@/lib/viewer";

const back = { href: "/circles", label: "Circles" } as const;

export default page("Find me a circle", async ({ searchParams }: PageProps<"/circles/find">) => {
  const { changed } = await searchParams;
  const { viewer, stage, wait, proposal, circles, draft } = await read(async (viewer) => {
    const search = await findSearch(viewer);
    const asks = search.stage.name === "not looking";
    return {
      viewer: { name: viewer.name, timeZone: viewer.timeZone, verifiedAt: viewer.verifiedAt },
      ...search,
      circles: asks ? await countCircles(viewer) : 0,
      draft: asks ? await findKeptWords(viewer, "find-circle") : null,
    };
  });
  const news = changed && (
    <Notice>That circle has changed meanwhile, so we go on looking. Your place in line is kept.</Notice>
  );

  if (stage.name === "seated") {
    return (
      <>
        <PageHeader title="Your circle is open" sub="You have a seat there." back={back} />
        <Watch stage="" />
        <ButtonLink href={`/circles/${stage.circleId}`} variant="primary">
          Go to your circle
        </ButtonLink>
      </>
    );
  }
  if (proposal && wait) {
    return (
      <>
        <PageHeader
          title={proposal.saidYes ? "You said yes" : "A circle for you"}
          sub={proposal.saidYes ? "" : "Look at it in peace. It is proposed to you, and nothing is decided."}
          back={back}
        />
        <Watch stage={sayStage(stage)} />
        {proposal.saidYes ? (
          <SaidYes proposal={proposal} />
        ) : (
          <ProposalCard proposal={proposal} alias={wait.alias} canHold={wait.canHold} />
        )}
      </>
    );
  }
  if (wait?.isLooking) {
    return (
      <>
        <PageHeader title="We are looking" sub="For four to six people who can really meet." back={back} />
        {news}
        <Watch stage={sayStage(stage)} />
        <Waiting wait={wait} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Find me a circle"
        sub="Say when you are free and what you would like, and we put four to six people together who can really meet. You are told why, and nothing is decided until you say yes."
        back={back}
      />
      {!hasRoomForCircle(circles) ? (
        <EmptyState title="You are in three circles">
          That is as many as one person can be there for. Once you have left one, you can look for another.
        </EmptyState>
      ) : !viewer.verifiedAt ? (
        <VerifyNotice verifiedAt={viewer.verifiedAt} />
      ) : (
        <LookForm wait={wait} name={viewer.name} timeZone={viewer.timeZone} draft={draft} />
      )}
    </>
  );
});
