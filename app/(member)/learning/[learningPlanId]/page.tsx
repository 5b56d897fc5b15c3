import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { LearningPlanView } from "@/components/learning/learning-plan-view";
import { SharedWhere } from "@/components/shares/shared-where";
import { WhoReads } from "@/components/shares/who-reads";
import { Name } from "@/components/ui/name";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { findLearningPlan } from "@/lib/learning/queries";
import { saySteps } from "@/lib/learning/rules";
import { learningPlanDraftKey } from "@/lib/learning/schema";
import { hasFreshSetback } from "@/lib/setbacks/queries";
import { listShares } from "@/lib/shares/queries";
import { read } from "@/lib/viewer";

// The browser's history and tabs say no more than this.
export default page("Something to learn", async ({ params }: PageProps<"/learning/[learningPlanId]">) => {
  const { learningPlanId } = await params;
  const { plan, shares, draft, waits, today } = await read(async (viewer) => ({
    plan: (await findLearningPlan(viewer, learningPlanId)) ?? notFound(),
    draft: await findKeptWords(viewer, learningPlanDraftKey(learningPlanId)),
    waits: await hasFreshSetback(viewer),
    shares: await listShares(viewer, { learningPlanId }),
    today: viewer.today,
  }));
  return (
    <>
      <PageHeader
        title={<Name>{plan.skill}</Name>}
        sub={
          <>
            {saySteps(plan.steps)}.{" "}
            <WhoReads isShared={shares.length > 0} share={`/learning/${plan.id}/share`} />
          </>
        }
        back={{ href: "/learning", label: "Learning" }}
      />
      <LearningPlanView plan={plan} draft={draft} waits={waits} today={today} />
      <SharedWhere shares={shares} />
    </>
  );
});
