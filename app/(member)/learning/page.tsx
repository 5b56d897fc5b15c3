import { Deleted } from "@/components/forms/deleted";
import { page } from "@/components/layout/page";
import { LearningPlanList } from "@/components/learning/learning-plan-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { bringLearningPlanBack } from "@/lib/learning/actions";
import { findDeletedLearningPlan, listLearningPlans } from "@/lib/learning/queries";
import { read } from "@/lib/viewer";

export default page("Learning", async ({ searchParams }: PageProps<"/learning">) => {
  const { deleted: asked } = await searchParams;
  const { plans, deleted } = await read(async (viewer) => ({
    plans: await listLearningPlans(viewer),
    deleted: asked ? await findDeletedLearningPlan(viewer, asked) : null,
  }));
  return (
    <>
      <PageHeader
        title="Learning"
        sub="Things you would like to learn or practise, in small steps. No hurry, and nobody else sees what you do not share."
        back={{ href: "/setbacks", label: "Setbacks" }}
      />
      {deleted && (
        <Deleted
          undo={bringLearningPlanBack}
          about={{ learningPlanId: deleted.id }}
          label="Undo deleting what you wanted to learn"
        >
          A goal that it became stays in Goals.
        </Deleted>
      )}
      {plans.length > 0 ? (
        <>
          <LearningPlanList plans={plans} />
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
