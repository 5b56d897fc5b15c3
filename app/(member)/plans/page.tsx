import { Deleted } from "@/components/forms/deleted";
import { page } from "@/components/layout/page";
import { KeptPlan } from "@/components/plans/kept-plan";
import { PlanList } from "@/components/plans/plan-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { bringPlanBack } from "@/lib/plans/actions";
import { findDeletedPlan, listPlans } from "@/lib/plans/queries";
import { read } from "@/lib/viewer";

export default page("If-then plans", async ({ searchParams }: PageProps<"/plans">) => {
  const asked = await searchParams;
  const { plans, deleted } = await read(async (viewer) => ({
    plans: await listPlans(viewer),
    deleted: asked.deleted ? await findDeletedPlan(viewer, asked.deleted) : null,
  }));
  const kept = plans.find((plan) => plan.id === asked.kept);
  return (
    <>
      <PageHeader
        title="If-then plans"
        sub="If this happens, then I will do that: decided on a calmer day, and shown back to you when it happens. Only you can read this."
        back={{ href: "/setbacks", label: "Setbacks" }}
      />
      {deleted && (
        <Deleted undo={bringPlanBack} about={{ planId: deleted.id }} label="Undo deleting the plan" />
      )}
      {kept && <KeptPlan plan={kept} />}
      {plans.length > 0 ? (
        <>
          <PlanList plans={plans} />
          <p className="mt-8">
            <ButtonLink href="/plans/new" icon="plus">
              Write a plan
            </ButtonLink>
          </p>
        </>
      ) : (
        <div className="mt-6">
          <EmptyState title="No plan yet" action={<ButtonLink href="/plans/new">Write a plan</ButtonLink>}>
            A hard day is a bad time to think of what would help. One sentence written before can do it for
            you.
          </EmptyState>
        </div>
      )}
    </>
  );
});
