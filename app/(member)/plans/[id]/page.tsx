import { notFound } from "next/navigation";
import { Press } from "@/components/forms/press";
import { page } from "@/components/layout/page";
import { ChangePlan } from "@/components/plans/change-plan";
import { PlanNudge } from "@/components/plans/plan-nudge";
import { RehearsePlan } from "@/components/plans/rehearse-plan";
import { SharedWhere } from "@/components/shares/shared-where";
import { WhoReads } from "@/components/shares/who-reads";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { deletePlan } from "@/lib/plans/actions";
import { findPlan } from "@/lib/plans/queries";
import { planDraftKey } from "@/lib/plans/schema";
import { listSuggestions } from "@/lib/setbacks/queries";
import { listShares } from "@/lib/shares/queries";
import { read } from "@/lib/viewer";

export default page("A plan", async ({ params, searchParams }: PageProps<"/plans/[id]">) => {
  const { id } = await params;
  const { change } = await searchParams;
  const { plan, shares, draft, before } = await read(async (viewer) => ({
    plan: (await findPlan(viewer, id)) ?? notFound(),
    shares: await listShares(viewer, { ifThenPlanId: id }),
    draft: await findKeptWords(viewer, planDraftKey(id)),
    before: await listSuggestions(viewer),
  }));
  return (
    <>
      <PageHeader
        title="Rehearse a plan"
        sub={
          <>
            A minute at most. It can also wait, or stay unsaid.{" "}
            <WhoReads isShared={shares.length > 0} share={`/plans/${plan.id}/share`} />
          </>
        }
        back={{ href: "/plans", label: "If-then plans" }}
      />
      <RehearsePlan plan={plan} />
      <SharedWhere shares={shares} />
      <section aria-label="Change or delete" className="mt-11 grid gap-3">
        {plan.nudge && <PlanNudge plan={plan} />}
        <ChangePlan
          plan={plan}
          before={{ stage: before.stage, feelings: before.feelings }}
          draft={draft}
          open={change !== undefined}
        />
        <div className="flex flex-wrap items-center gap-x-4">
          <Press
            action={deletePlan}
            about={{ planId: plan.id }}
            says="Delete"
            icon="trash-2"
            label="Delete this plan"
          />
          <p className="text-muted text-sm">Deleting can be undone right afterwards.</p>
        </div>
      </section>
    </>
  );
});
