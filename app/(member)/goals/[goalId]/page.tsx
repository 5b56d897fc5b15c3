import { notFound } from "next/navigation";
import { GoalView } from "@/components/goals/goal-view";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { listKeptWords } from "@/lib/drafts/queries";
import { findGoal, type GoalCard, listGoals } from "@/lib/goals/queries";
import { categoryWords, goalDraftKey, smallerDraftKey } from "@/lib/goals/schema";
import { isHelpInJar } from "@/lib/helped/queries";
import { helpedDraftKey } from "@/lib/helped/schema";
import { freshId } from "@/lib/ids";
import { stepsForToday, takenSince } from "@/lib/today/rules";
import { read, type Viewer } from "@/lib/viewer";
import { hasDeclinedStep } from "@/lib/wins/queries";

export default page("A goal", async ({ params }: PageProps<"/goals/[goalId]">) => {
  const { goalId } = await params;
  const { goal, helpIsInJar, kept, today, step } = await read(async (viewer) => {
    const goal = (await findGoal(viewer, goalId)) ?? notFound();
    const drafts = [goalDraftKey(goalId), smallerDraftKey(goalId), helpedDraftKey(goalId)];
    return {
      goal,
      helpIsInJar: await isHelpInJar(viewer, goal),
      kept: await listKeptWords(viewer, drafts),
      today: viewer.today,
      step: goal.asksWhatHelped ? await findNextStep(viewer, goal) : null,
    };
  });
  return (
    <>
      <PageHeader
        title={goal.title}
        sub={`${categoryWords[goal.category]}, ${goal.rhythmInWords}. ${goal.finished ? "Finished" : goal.away ? "Put away" : goal.progress}.`}
        back={{ href: "/goals", label: "Goals" }}
      />
      <GoalView goal={goal} helpIsInJar={helpIsInJar} kept={kept} today={today} step={step} />
    </>
  );
});

async function findNextStep(viewer: Viewer, goal: GoalCard) {
  const goals = (await listGoals(viewer)).filter(({ id }) => id !== goal.id);
  const [next = null] = stepsForToday(goals, viewer.today);
  // One that has grown says of no moment when: anything that can be undone still is of it.
  const since = goal.finishedAt ? freshId(goal.finishedAt) : "";
  return { next, taken: takenSince(goals, since, viewer.today), declined: await hasDeclinedStep(viewer) };
}
