import { notFound } from "next/navigation";
import { GoalView } from "@/components/goals/goal-view";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { findGoal } from "@/lib/goals/queries";
import { categoryWords, goalDraftKey } from "@/lib/goals/schema";
import { read } from "@/lib/viewer";

export default page("A goal", async ({ params }: PageProps<"/goals/[goalId]">) => {
  const { goalId } = await params;
  const { goal, draft, today } = await read(async (viewer) => ({
    goal: (await findGoal(viewer, goalId)) ?? notFound(),
    draft: await findKeptWords(viewer, goalDraftKey(goalId)),
    today: viewer.today,
  }));
  return (
    <>
      <PageHeader
        title={goal.title}
        sub={`${categoryWords[goal.category]}, ${goal.asks}. ${goal.finished ? "Finished" : goal.progress}.`}
        back={{ href: "/goals", label: "Goals" }}
      />
      <GoalView goal={goal} draft={draft} today={today} />
    </>
  );
});
