import { page } from "@/components/layout/page";
import { BeginLearningPlan } from "@/components/learning/begin-learning-plan";
import { ReasonLinks } from "@/components/learning/reason-links";
import { CanWait } from "@/components/phases/can-wait";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { listReasonsToLearnFrom } from "@/lib/learning/queries";
import { NEW_LEARNING_PLAN, SKILL_LENGTH } from "@/lib/learning/schema";
import { findReason } from "@/lib/reasons/queries";
import { hasFreshSetback } from "@/lib/setbacks/queries";
import { read } from "@/lib/viewer";

export default page("Something to learn", async ({ searchParams }: PageProps<"/learning/new">) => {
  const { reason: asked } = await searchParams;
  const { waits, reasons, asks, typed } = await read(async (viewer) => ({
    waits: await hasFreshSetback(viewer),
    reasons: await listReasonsToLearnFrom(viewer),
    asks: asked ? await findReason(viewer, asked, SKILL_LENGTH) : null,
    typed: await findKeptWords(viewer, NEW_LEARNING_PLAN),
  }));
  const chosen = reasons.find(({ id }) => id === asked) ?? asks;
  return (
    <>
      <PageHeader
        title="Something to learn"
        sub="One thing, in one to three small steps. You can change it or let it go at any time."
        back={{ href: "/learning", label: "Learning" }}
      />
      {waits ? (
        <CanWait keeps={typed !== null} on={{ href: "/today", label: "Go to Today" }} />
      ) : (
        <>
          <ReasonLinks reasons={reasons} chosen={chosen?.id} />
          <BeginLearningPlan id={freshId()} goalId={freshId()} reason={chosen?.words} draft={typed} />
        </>
      )}
    </>
  );
});
