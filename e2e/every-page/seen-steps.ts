import { addDays, dayIn } from "@/lib/dates";
import type { Member } from "@/tests/factories";
import { aGoal, anEffort, aRest, aWin } from "@/tests/factories-of-goals";
import { aLearningPlan, anExperiment } from "@/tests/factories-of-learning";
import { aPlan } from "@/tests/factories-of-plans";
import { aPlannedStep, aWish } from "@/tests/factories-of-weeks";
import { aWinPicture } from "@/tests/factories-of-wins";
import type { World } from "@/tests/matrix/world";
import { dayAgo, daysAgo } from "./days-ago";

/* What somebody does and tries: goals, weeks, wins, plans, experiments. */

/** Goals of every kind, a week with something in it, wins and plans. */
export async function severalSteps(author: Member) {
  const goal = await aGoal(author, { title: "Applications", times: 2 });
  await anEffort(author, goal);
  await aGoal(author, { title: "A walk outside", category: "routine", rhythm: "week", times: 4 });
  const finished = await aGoal(author, {
    title: "Ask for feedback",
    category: "people",
    rhythm: "finish_line",
    times: 5,
    finishedAt: new Date(),
  });
  // Done once, so it asks what helped; one around which it was quiet, with rest ahead; and one that was put away.
  await anEffort(author, finished);
  const quiet = await aGoal(author, {
    title: "The handbook",
    category: "skills",
    rhythm: "weekdays",
    weekdays: [2, 4],
    times: 20,
    unit: "pages",
    usual: 20,
    createdAt: new Date(Date.now() - 40 * 86_400_000),
  });
  await aRest(author, quiet, "2199-01-01");
  await aGoal(author, { title: "Letters", archivedAt: new Date() });
  const win = await aWin(author);
  const pictured = await aWin(author, "A desk of my own again.");
  await aWinPicture(author, pictured);
  const plan = await aPlan(author, {
    stage: "second interview",
    step: "be positive",
    rehearsedAt: daysAgo(1),
  });
  const deletedPlan = await aPlan(author, { deletedAt: daysAgo(1) });
  return { goal, finished, quiet, win, pictured, plan, deletedPlan, ...(await aWeekAndWishes(author, goal)) };
}

/** What somebody would like to learn: begun, nearly done, deleted; and begun by the author, for whom it waits. */
export async function severalLearningPlans({ facilitator, author }: World) {
  return {
    begun: await aLearningPlan(facilitator, {
      doneSteps: [0],
      goalId: (await aGoal(facilitator, { title: "Opening an interview", category: "skills" })).id,
    }),
    nearlyDone: await aLearningPlan(facilitator, { skill: "A calmer voice", doneSteps: [0, 1] }),
    deleted: await aLearningPlan(facilitator, { deletedAt: new Date() }),
    waiting: await aLearningPlan(author, { doneSteps: [0] }),
  };
}

/** Experiments of somebody: two that run, one of each end; and one of the author's, for whom it waits. */
export async function severalExperiments({ author, member }: World) {
  const endedOn = dayAgo(1);
  const running = await anExperiment(member, { counted: [true, false] });
  await anExperiment(member, { change: "One call a day", untilDay: dayAgo(-20) });
  const ended = await anExperiment(member, {
    change: "No letter, only the form",
    counted: Array.from({ length: 12 }, (_, at) => at < 3),
    endedOn,
  });
  const short = await anExperiment(member, {
    change: "Ask for a person by name",
    counted: [true],
    endedOn,
    verdict: "keep",
    lesson: "It took one call.",
  });
  const deletedExperiment = await anExperiment(member, { deletedAt: daysAgo(1) });
  const waiting = await anExperiment(author, { change: "Write in the morning", endedOn });
  return { running, ended, short, deletedExperiment, waiting };
}

/** A week with something in it, one before it, and what somebody pictured. */
async function aWeekAndWishes(author: Member, goal: { id: string }) {
  const planned = {
    open: await aPlannedStep(author, { time: "18:00", minutes: 25, place: "The library" }),
    done: await aPlannedStep(author, { words: "Two applications", goalId: goal.id, doneAt: new Date() }),
    before: await aPlannedStep(author, {
      words: "Ring the bell",
      day: addDays(dayIn(author.timeZone, new Date()), -7),
    }),
    deleted: await aPlannedStep(author, { deletedAt: new Date() }),
  };
  const obstacle = "I open my phone first";
  const { id: planId } = await aPlan(author, { obstacle, step: "put it in the drawer" });
  const wishes = {
    begun: await aWish(author),
    whole: await aWish(author, { outcome: "Mornings without a knot", obstacle, planId }),
    deleted: await aWish(author, { deletedAt: new Date() }),
  };
  return { planned, wishes };
}
