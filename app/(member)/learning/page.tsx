import { page } from "@/components/layout/page";
import { DeletedPlan } from "@/components/learning/deleted-plan";
import { PlanList } from "@/components/learning/plan-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { findDeletedPlan, listPlans } from "@/lib/learning/queries";
import { read } from "@/lib/viewer";

export default page("Learning", async ({ searchParams }: PageProps<"/learning">) => {
  const { deleted: asked } = await searchParams;
  const { plans, deleted } = await read(async (viewer) => ({
    plans: await listPlans(viewer),
    deleted: asked ? await findDeletedPlan(viewer, asked) : null,
  }));
  return (
    <>
      <PageHeader
        title="Learning"
        sub="Things you would like to learn or practise, in small steps. No hurry, and nobody else sees it."
        back={{ href: "/setbacks", label: "Setbacks" }}
      />
      {deleted && <DeletedPlan planId={deleted.id} />}
      {plans.length > 0 ? (
        <>
          <PlanList plans={plans} />
          <p className="mt-8">
            <ButtonLink href="/learning/new" icon="plus">
              Add something
            </ButtonLink>
          </p>
        </>
      ) : (
        <div className="mt-6">
          <EmptyState
            title="Nothing on this page yet"
            action={<ButtonLink href="/learning/new">Add something to learn</ButtonLink>}
          >
            One thing in three small steps is plenty: how to open an interview, a tool that was asked for, a
            calmer phone voice. It is fine to leave this empty.
          </EmptyState>
        </div>
      )}
    </>
  );
});
