import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { dayIn, weekOf } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aFeedbackRequest } from "../factories-of-feedback";
import { aGoal, aWin } from "../factories-of-goals";
import { aDebrief, aLearningPlan, anExperiment, aPracticeQuestion, aReason } from "../factories-of-learning";
import { aPlan } from "../factories-of-plans";
import { aReframe, aSetback, aWritingSession } from "../factories-of-setbacks";
import { aSupporterLink } from "../factories-of-supporters";
import { aPlannedStep, aWish } from "../factories-of-weeks";
import { visit } from "../people";

/*
 * On the day on which a setback is written down nothing of Onward asks for reasons or lessons: every page that a
 * member can open is opened, once about that setback and once about one that came before it.
 */

const modules = import.meta.glob<{ default: (props: unknown) => Promise<ReactNode> }>(
  "../../app/**/page.tsx",
);

/** What a question for a reason or a lesson is sent as, and how it is asked. */
const QUESTIONS =
  /name="(saidBy|whose|wentWell|differently|questions|lesson|change|skill|verdict)"|Why do you think|Whose was it|What will you do differently|What do you take from it|What would you like to learn|One small step, if you like|I am here now: (Learn|Act)/;

/** What stands in the address of each page that is about something, by how its file is called. */
type About = Record<(typeof named)[number]["is"], string>;

const named = [
  { is: "setback", as: "id", in: /^setbacks\// },
  { is: "reframe", as: "reframeId", in: /^setbacks\// },
  { is: "session", as: "sessionId", in: /^setbacks\// },
  { is: "exercise", as: "kind", in: /^setbacks\// },
  { is: "letter", as: "id", in: /^feedback\// },
  { is: "experiment", as: "id", in: /^experiments\// },
  { is: "plan", as: "id", in: /^plans\// },
  { is: "learning", as: "learningPlanId", in: /^learning\// },
  { is: "goal", as: "goalId", in: /^goals\// },
  { is: "win", as: "winId", in: /^wins\// },
  { is: "link", as: "linkId", in: /^supporters\// },
  { is: "step", as: "stepId", in: /^week\// },
  { is: "wish", as: "wishId", in: /^wishes\// },
  { is: "screen", as: "screen", in: /^wishes\// },
  { is: "monday", as: "monday", in: /^wins\// },
  { is: "year", as: "year", in: /^wins\// },
] as const;

/** What a circle, its moderators and who looks for one say is no question of Onward's. Every other page is looked at. */
const isLookedAt = (page: string) =>
  !/^(circles\/\[circleId\]|circles\/open\/\[circleId\]|report|moderation|decisions\/|suspended)/.test(page);

/** Somebody to whom it happened twice, with everything that can be written about either. */
async function twice(): Promise<{ juniper: Member; fresh: About; older: About }> {
  const juniper = await aMember();
  const setback = await aSetback(juniper, { kind: "after_interview", feelings: { sad: 7 } });
  const before = await aSetback(juniper, {
    kind: "after_interview",
    phase: "act",
    createdAt: new Date(Date.now() - 9 * 86_400_000),
  });
  const experiment = await anExperiment(juniper, { endedOn: "2026-11-20" });
  const plan = await aPlan(juniper);
  const learning = await aLearningPlan(juniper, {});
  const goal = await aGoal(juniper);
  const win = await aWin(juniper);
  const step = await aPlannedStep(juniper);
  const wish = await aWish(juniper);
  const link = await aSupporterLink(juniper, { wins: true });
  const about = async ({ id }: { id: string }): Promise<About> => ({
    setback: id,
    reframe: (await aReframe(juniper, { id }, { fairer: "One no." })).id,
    session: (await aWritingSession(juniper, { id })).id,
    exercise: "kind_letter",
    letter: (await aFeedbackRequest(juniper, { setbackId: id, askedOn: "2026-11-01" })).id,
    experiment: experiment.id,
    plan: plan.id,
    learning: learning.id,
    goal: goal.id,
    win: win.id,
    link: link.id,
    step: step.id,
    wish: wish.id,
    screen: "obstacle",
    monday: weekOf(dayIn(juniper.timeZone, new Date()))[0] ?? "",
    year: dayIn(juniper.timeZone, new Date()).slice(0, 4),
  });
  await aReason(juniper, before, { words: "I spoke too fast.", whose: "mine" });
  await aReason(juniper, before, { words: "Their budget was cut.", whose: "theirs" });
  await aReason(juniper, before, { words: "Nobody knows why." });
  await aDebrief(juniper, before, { wentWell: "I asked a good question.", differently: "Slower." });
  await aPracticeQuestion(juniper, { question: "Why us?", setbackId: before.id });
  // And what was being typed when it happened again.
  await aDraft(juniper, `reason:${before.id}`, { words: ["It may be that"], saidBy: ["me"] });
  await aDraft(juniper, `debrief:${before.id}`, { wentWell: ["They laughed"] });
  await aDraft(juniper, `experiment:${experiment.id}`, { lesson: ["Short is"] });
  await aDraft(juniper, `learning:${learning.id}`, { skill: ["A calmer voice"] });
  return { juniper, fresh: await about(setback), older: await about(before) };
}

/** A page as it is shown, or null where it says that there is nothing, or goes elsewhere. */
async function look(member: Member, file: string, about: About): Promise<string | null> {
  const params = Object.fromEntries(
    named
      .filter((one) => one.in.test(file) && file.includes(`[${one.as}]`))
      .map(({ is, as }) => [as, about[is]]),
  );
  const load = modules[`../../app/(member)/${file}/page.tsx`];
  if (!load) throw new Error(`There is no page ${file}.`);
  const { default: page } = await load();
  const answer = await visit(member, () =>
    page({ params: Promise.resolve(params), searchParams: Promise.resolve({}) }),
  );
  return "shown" in answer ? renderToStaticMarkup(answer.shown) : null;
}

const pages = Object.keys(modules).flatMap((file) => /\(member\)\/(.*)\/page\.tsx$/.exec(file)?.[1] ?? []);

describe("on the day of a setback", () => {
  test.each(["fresh", "older"] as const)(
    "nothing asks why it happened or what to learn from it, where pages are about the %s one",
    async (which) => {
      const { juniper, ...told } = await twice();
      for (const file of pages.filter(isLookedAt)) {
        const shown = await look(juniper, file, told[which]);
        expect(shown, `${file} is there`).not.toBeNull();
        expect(shown, file).not.toMatch(QUESTIONS);
      }
    },
  );

  test("what was written about an older one is there to read, to let go and to take out", async () => {
    const { juniper, older } = await twice();
    const learn = await look(juniper, "setbacks/[id]/learn", older);
    for (const words of ["I spoke too fast.", "Their budget was cut.", "Nobody knows why."])
      expect(learn).toContain(words);
    expect(learn).toContain("This can wait");
    expect(learn).toContain("What you typed here before is kept.");
    expect(learn).toContain('aria-label="Let go: Their budget was cut."');
    expect(learn).toContain('aria-label="Take out: Nobody knows why."');
    expect(learn).toContain(`href="/setbacks/${older.setback}/debrief"`);
    const debrief = await look(juniper, "setbacks/[id]/debrief", older);
    for (const words of ["This can wait", "I asked a good question.", "Slower.", "I practised: Why us?"])
      expect(debrief).toContain(words);
    const plan = await look(juniper, "learning/[learningPlanId]", older);
    expect(plan).toContain("Done: Try it once aloud");
    expect(plan).toContain("This can wait");
  });

  test("an older one lists all its stages, and says kindly which of them wait", async () => {
    const { juniper, older, fresh } = await twice();
    const page = await look(juniper, "setbacks/[id]", older);
    expect(page?.match(/This can wait until tomorrow/g)).toHaveLength(2);
    expect(page).toContain('aria-label="Read: Learn"');
    expect(page).not.toMatch(/Sort it|Choose one/);
    expect(page).toContain("I spoke too fast.");
    // The one of today does not speak of them at all.
    expect(await look(juniper, "setbacks/[id]", fresh)).not.toMatch(/>Learn<|>Act</);
  });

  test("tomorrow all of it is there again, with what was typed", async () => {
    const { juniper, older } = await twice();
    await asMember(juniper.id, (db) =>
      db.setback.updateMany({
        where: { userId: juniper.id },
        data: { createdAt: new Date(Date.now() - 2 * 86_400_000) },
      }),
    );
    expect(await look(juniper, "setbacks/[id]/learn", older)).toMatch(/>It may be that<.*Whose was it/s);
    expect(await look(juniper, "setbacks/[id]/debrief", older)).toContain(">They laughed<");
    expect(await look(juniper, "experiments/[id]", older)).toContain(">Short is<");
    expect(await look(juniper, "learning/[learningPlanId]", older)).toContain('value="A calmer voice"');
  });
});
