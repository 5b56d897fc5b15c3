import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { PlanView } from "@/components/learning/plan-view";
import { ShareLink } from "@/components/shares/share-link";
import { SharedWhere } from "@/components/shares/shared-where";
import { Name } from "@/components/ui/name";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { findPlan } from "@/lib/learning/queries";
import { saySteps } from "@/lib/learning/rules";
import { planDraftKey } from "@/lib/learning/schema";
import { listShares } from "@/lib/shares/queries";
import { read } from "@/lib/viewer";

// The browser's history and tabs say no more than this.
export default page("Something to learn", async ({ params }: PageProps<"/learning/[learningPlanId]">) => {
  const { learningPlanId } = await params;
  const { plan, shares, draft } = await read(async (viewer) => ({
    plan: (await findPlan(viewer, learningPlanId)) ?? notFound(),
    shares: await listShares(viewer, { learningPlanId }),
    draft: await findKeptWords(viewer, planDraftKey(learningPlanId)),
  }));
  return (
    <>
      <PageHeader
        title={<Name>{plan.skill}</Name>}
        sub={
          <>
            {saySteps(plan.steps)}.{" "}
            {shares.length > 0 ? "A part of it is shared." : "Only you can read this."}{" "}
            <ShareLink href={`/learning/${plan.id}/share`} />
          </>
        }
        back={{ href: "/learning", label: "Learning" }}
      />
      <PlanView plan={plan} draft={draft} />
      <SharedWhere shares={shares} />
    </>
  );
});
