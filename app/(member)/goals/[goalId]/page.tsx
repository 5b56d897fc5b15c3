import { notFound } from "next/navigation";
import { Deleted } from "@/components/forms/deleted";
import { GoalView } from "@/components/goals/goal-view";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { sayDay } from "@/lib/dates";
import { listKeptWords } from "@/lib/drafts/queries";
import { putEffortBack } from "@/lib/efforts/actions";
import { putBackForm } from "@/lib/efforts/schema";
import { findGoal, type GoalCard, listGoals } from "@/lib/goals/queries";
import { categoryWords, goalDraftKey, smallerDraftKey } from "@/lib/goals/schema";
import { isHelpInJar } from "@/lib/helped/queries";
import { helpedDraftKey } from "@/lib/helped/schema";
import { freshId } from "@/lib/ids";
import { stepsForToday, takenSince } from "@/lib/today/rules";
import { read, type Viewer } from "@/lib/viewer";
import { hasDeclinedStep } from "@/lib/wins/queries";

export default page("A goal", async ({ params, searchParams }: PageProps<"/goals/[goalId]">) => {
  const { goalId } = await params;
  const asked = await searchParams;
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
  const out = takenOut(asked, goal);
  return (
    <>
      <PageHeader
        title={goal.title}
        sub={`${categoryWords[goal.category]}, ${goal.rhythmInWords}. ${goal.finished ? "Finished" : goal.away ? "Put away" : goal.progress}.`}
        back={{ href: "/goals", label: "Goals" }}
      />
      {out && (
        <Deleted
          title={`Taken out: ${sayDay(out.day, today)}`}
          undo={putEffortBack}
          about={{ ...out, amount: String(out.amount) }}
          label="Put back what was taken out"
        />
      )}
      <GoalView goal={goal} helpIsInJar={helpIsInJar} kept={kept} today={today} step={step} />
    </>
  );
});

/** What was just taken out, as the address says it, for as long as it is not there again. */
function takenOut(
  { out: id, day, amount }: Record<string, string | string[] | undefined>,
  { id: goalId, log }: GoalCard,
) {
  const said = putBackForm.safeParse({ id, goalId, day, amount });
  return said.success && log.every(({ effortId }) => effortId !== said.data.id) ? said.data : null;
}

async function findNextStep(viewer: Viewer, goal: GoalCard) {
  const goals = (await listGoals(viewer)).filter(({ id }) => id !== goal.id);
  const [next = null] = stepsForToday(goals, viewer.today);
  // One that has grown says of no moment when: anything that can be undone still is of it.
  const since = goal.finishedAt ? freshId(goal.finishedAt) : "";
  return { next, taken: takenSince(goals, since, viewer.today), declined: await hasDeclinedStep(viewer) };
}
