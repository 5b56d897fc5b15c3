import { page } from "@/components/layout/page";
import { BeginLearningPlan } from "@/components/learning/begin-learning-plan";
import { ReasonLinks } from "@/components/learning/reason-links";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
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
  const { canWait, reasons, asks, typed } = await read(async (viewer) => ({
    canWait: await hasFreshSetback(viewer),
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
      {canWait ? (
        <EmptyState
          title="This can wait for another day"
          action={<ButtonLink href="/today">Go to Today</ButtonLink>}
        >
          You wrote a setback down today, and nothing has to be learned from it now. What you may have typed
          here before is kept.
        </EmptyState>
      ) : (
        <>
          <ReasonLinks reasons={reasons} chosen={chosen?.id} />
          <BeginLearningPlan
            key={typed ? "kept" : (chosen?.id ?? "own")}
            id={freshId()}
            goalId={freshId()}
            // What was typed is never given up for a reason: whoever would rather have that starts afresh.
            values={chosen && !typed ? { skill: chosen.words } : {}}
            draft={typed}
          />
        </>
      )}
    </>
  );
});
