import { Deleted } from "@/components/forms/deleted";
import { BesideGoals } from "@/components/goals/beside-goals";
import { FinishedGoals } from "@/components/goals/finished-goals";
import { FinishedNotice } from "@/components/goals/finished-notice";
import { GoalLine } from "@/components/goals/goal-line";
import { GoalsPutAway } from "@/components/goals/goals-put-away";
import { WeekTable } from "@/components/goals/week-table";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { bringGoalBack } from "@/lib/goals/actions";
import { findDeletedGoal, findGoal, listFinishedGoals, listUnfinishedGoals } from "@/lib/goals/queries";
import { freshId } from "@/lib/ids";
import { placeIn } from "@/lib/moment-place";
import { stepsForToday, takenSince } from "@/lib/today/rules";
import { read } from "@/lib/viewer";
import { hasDeclinedStep } from "@/lib/wins/queries";

export default page("Goals", async ({ searchParams }: PageProps<"/goals">) => {
  const asked = await searchParams;
  const before = placeIn(asked.before);
  const { today, goals, away, finished, justFinished, declined, deleted } = await read(async (viewer) => ({
    today: viewer.today,
    ...(await listUnfinishedGoals(viewer)),
    finished: await listFinishedGoals(viewer, before),
    justFinished: asked.finished ? await findGoal(viewer, String(asked.finished)) : null,
    declined: asked.finished ? await hasDeclinedStep(viewer) : false,
    deleted: asked.deleted ? await findDeletedGoal(viewer, asked.deleted) : null,
  }));
  const [next = null] = stepsForToday(goals, today);
  const quiet = goals.find((goal) => goal.quiet);
  const since = justFinished?.finishedAt ? freshId(justFinished.finishedAt) : null;
  return (
    <>
      <PageHeader
        title="Goals"
        sub="What you do counts here, not what comes of it. A week begins on Monday, and every week begins fresh."
      />
      {deleted && (
        <Deleted
          title={`Deleted: ${deleted.title}`}
          undo={bringGoalBack}
          about={{ goalId: deleted.id }}
          label={`Undo: ${deleted.title}`}
        >
          What you logged on it went along.
        </Deleted>
      )}
      {justFinished?.finished && (
        <FinishedNotice
          goal={justFinished}
          step={{ next, taken: takenSince(goals, since, today), declined }}
        />
      )}
      {goals.length > 0 ? (
        <>
          <ul className="mt-6">
            {goals.map((goal) => (
              <GoalLine
                key={goal.id}
                goal={goal}
                today={today}
                log="Log effort"
                inWords
                // One at a time: ten offers at once would read as ten reproaches.
                offersSmaller={goal === quiet}
              />
            ))}
          </ul>
          <WeekTable weeks={goals} />
          <p className="mt-8">
            <ButtonLink href="/goals/new" icon="plus">
              Add a goal
            </ButtonLink>
          </p>
        </>
      ) : (
        <EmptyState
          title="Nothing to keep up yet"
          action={<ButtonLink href="/goals/new">Add a goal</ButtonLink>}
        >
          One small thing is enough: an application a day, a new contact a week, or a walk. Rest counts too.
        </EmptyState>
      )}
      <BesideGoals />
      {finished.goals.length > 0 && (
        <FinishedGoals finished={finished} today={today} open={before !== null} />
      )}
      <GoalsPutAway goals={away} />
    </>
  );
});
