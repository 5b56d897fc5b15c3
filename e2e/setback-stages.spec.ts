import type { Page } from "@playwright/test";
import { asMember, asSystem, type Db } from "@/lib/db";
import { type PrivateWords, privateWords } from "@/lib/private-words";
import type { Member } from "@/tests/factories";
import { aFeedbackRequest } from "@/tests/factories-of-feedback";
import { anExperiment } from "@/tests/factories-of-learning";
import { aReframe, aSetback, aWritingSession } from "@/tests/factories-of-setbacks";
import { expect, test } from "./fixtures";
import { awake, signIn, typeUntilKept } from "./steps";

/*
 * Every stage of a setback has a form, and none of them loses a word: not to a reload, not to a session that ended
 * while somebody was writing, and a button that is pressed twice keeps them once. With JavaScript off, too, where
 * only what saves itself while it is typed is missing.
 */

const WORDS = "It was a long week, and I would like to keep this.";

type Stage = {
  at: (about: About) => string;
  /** The field whose words are followed, and the button that keeps them. */
  field: string;
  button: string;
  /** What is folded around the form before anything was typed. */
  fold?: string;
  /** What else the form cannot do without. */
  also?: (page: Page) => Promise<unknown>;
  /** What the page says once they are kept, where it does not say before that what was typed is a draft. */
  says?: string;
  /** Those words in every row of its kind that its member has. */
  kept: (db: Db, { open }: PrivateWords) => Promise<(string | null)[]>;
};

const stages: Record<string, Stage> = {
  "what happened": {
    at: ({ its }) => `${its}/edit`,
    field: "What happened?",
    button: "Save setback",
    kept: async (db, { open }) =>
      (await db.setback.findMany()).map(({ id, happened }) => open("setbacks.happened", id, happened)),
  },
  "a page to oneself": {
    at: ({ its }) => `${its}/own-page`,
    field: "Your page",
    button: "Keep it",
    kept: async (db, { open }) =>
      (await db.setback.findMany()).map(({ id, page }) => open("setbacks.page", id, page)),
  },
  "guided writing": {
    at: ({ its, writing }) => `${its}/writing/${writing}`,
    field: "Your page",
    button: "Keep this",
    says: "Kept.",
    kept: async (db, { open }) =>
      (await db.writingSession.findMany()).map(({ id, words }) => open("writing_sessions.words", id, words)),
  },
  "an exercise": {
    at: ({ its }) => `${its}/exercise/kind_letter`,
    field: "What would you write to them? Send it to yourself.",
    button: "Keep this",
    kept: async (db, { open }) =>
      (await db.exercise.findMany()).map(
        ({ id, answers }) => JSON.parse(open("exercises.answers", id, answers)).letter[0],
      ),
  },
  "a thought that keeps coming back": {
    at: ({ its }) => `${its}/reframe`,
    field: "Which thought keeps coming back?",
    button: "Look at it",
    kept: async (db, { open }) =>
      (await db.reframe.findMany())
        .map(({ id, thought }) => open("reframes.thought", id, thought))
        .filter((thought) => thought !== LOOKED_AT),
  },
  "a thought that is looked at again": {
    at: ({ its, reframe }) => `${its}/reframe/${reframe}`,
    field: "A fairer thought",
    button: "Save",
    kept: async (db, { open }) =>
      (await db.reframe.findMany()).map(({ id, fairer }) => open("reframes.fairer", id, fairer)),
  },
  "a reason": {
    at: ({ its }) => `${its}/learn`,
    field: "Why do you think it happened?",
    button: "Add this reason",
    kept: async (db, { open }) =>
      (await db.reason.findMany()).map(({ id, words }) => open("reasons.words", id, words)),
  },
  "what went well in a conversation": {
    at: ({ its }) => `${its}/debrief`,
    field: "What went well",
    button: "Keep this",
    kept: async (db, { open }) =>
      (await db.debrief.findMany()).map(({ setbackId, wentWell }) =>
        open("debriefs.went_well", setbackId, wentWell),
      ),
  },
  "a question that was asked there": {
    at: ({ its }) => `${its}/debrief`,
    field: "What they asked",
    button: "Keep this",
    kept: async (db, { open }) =>
      (await db.practiceQuestion.findMany()).map(({ id, question }) =>
        open("practice_questions.question", id, question),
      ),
  },
  "a letter that is begun": {
    at: ({ setback }) => `/feedback/new?setback=${setback}`,
    field: "Who you ask",
    button: "Begin this letter",
    kept: async (db, { open }) =>
      (await db.feedbackRequest.findMany({ where: { setbackId: { not: null } } })).map(({ id, name }) =>
        open("feedback_requests.name", id, name),
      ),
  },
  "a letter that is changed": {
    at: ({ drafted }) => `/feedback/${drafted}`,
    field: "Letter",
    button: "Save the letter",
    kept: async (db, { open }) =>
      (await db.feedbackRequest.findMany({ where: { askedOn: null } })).map(({ id, letter }) =>
        open("feedback_requests.letter", id, letter),
      ),
  },
  "what somebody takes from an answer": {
    at: ({ asked }) => `/feedback/${asked}`,
    field: "What I take from it",
    fold: "They answered",
    button: "Keep it",
    kept: async (db, { open }) =>
      (await db.feedbackRequest.findMany({ where: { askedOn: { not: null } } })).map(({ id, lesson }) =>
        open("feedback_requests.lesson", id, lesson),
      ),
  },
  "an experiment": {
    at: () => "/experiments/new",
    field: "What will you do differently?",
    button: "Begin",
    kept: async (db, { open }) =>
      (await db.experiment.findMany({ where: { endedOn: null } })).map(({ id, change }) =>
        open("experiments.change", id, change),
      ),
  },
  "what somebody takes from an experiment": {
    at: ({ ended }) => `/experiments/${ended}`,
    field: "What do you take from it?",
    button: "Keep these words",
    kept: async (db, { open }) =>
      (await db.experiment.findMany()).map(({ id, lesson }) => open("experiments.lesson", id, lesson)),
  },
  "an if-then plan": {
    at: () => "/plans/new",
    field: "then I will",
    button: "Keep this plan",
    also: (page) => page.getByLabel("this happens:").selectOption("No after the final round"),
    kept: async (db, { open }) =>
      (await db.ifThenPlan.findMany()).map(({ id, step }) => open("if_then_plans.step", id, step)),
  },
  "something to learn": {
    at: () => "/learning/new",
    field: "What would you like to learn or practise?",
    button: "Keep this",
    also: (page) => page.getByLabel("A first small step").fill("Ask Alder how."),
    kept: async (db, { open }) =>
      (await db.learningPlan.findMany()).map(({ id, skill }) => open("learning_plans.skill", id, skill)),
  },
  "a line to leave with it": {
    at: ({ its }) => `${its}/let-go`,
    field: "A line to leave with it, if you like",
    button: "Let it go",
    kept: async (db, { open }) =>
      (await db.setback.findMany()).map(({ id, farewell }) => open("setbacks.farewell", id, farewell)),
  },
};

const LOOKED_AT = "I always fall apart at the end.";

type About = Awaited<ReturnType<typeof aSetbackUnderWay>>;

/** A setback whose first day is over, and what each of its stages needs to be open. */
async function aSetbackUnderWay(member: Member) {
  const createdAt = new Date(Date.now() - 3 * 86_400_000);
  const setback = await aSetback(member, { kind: "after_interview", createdAt });
  const ended = await anExperiment(member, { endedOn: "2026-11-01", startedOn: "2026-10-01" });
  return {
    setback: setback.id,
    its: `/setbacks/${setback.id}`,
    writing: (await aWritingSession(member, setback, { words: "" })).id,
    reframe: (await aReframe(member, setback, { thought: LOOKED_AT })).id,
    drafted: (await aFeedbackRequest(member)).id,
    asked: (await aFeedbackRequest(member, { askedOn: "2026-11-01" })).id,
    ended: ended.id,
  };
}

const endSessions = ({ id: userId }: Member) =>
  asSystem((db) => db.session.updateMany({ where: { userId }, data: { revokedAt: new Date() } }));

for (const [name, { at, field, button, fold, also, says, kept }] of Object.entries(stages)) {
  test(`${name}: no word is lost to a reload or a session that ended, and pressing twice keeps it once`, {
    tag: "@no-js",
  }, async ({ signedIn, javaScriptEnabled }) => {
    const { page, member } = await signedIn();
    const words = page.getByRole("textbox", { name: field, exact: true });
    const keep = page.getByRole("button", { name: button, exact: true });
    const path = at(await aSetbackUnderWay(member));
    await page.goto(path);
    if (fold) await page.locator("summary").filter({ hasText: fold }).click();

    if (javaScriptEnabled) {
      await typeUntilKept(page, words, "It was a long");
      await page.reload();
      await expect(words).toHaveValue("It was a long");
      await awake(words);
    }

    await words.fill(WORDS);
    await also?.(page);
    await endSessions(member);
    await keep.click();
    await expect(page.getByText("Your words are kept. Sign in and they are there.")).toBeVisible();
    await signIn(page, member.email);
    await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === path);
    await expect(words).toHaveValue(WORDS);
    const typed = page.getByText("We kept what you typed.");
    if (!says) await expect(typed).toBeVisible();

    // A browser sends hasty presses once where it can. Here the server gets each of them twice, at the same time.
    const again: Promise<unknown>[] = [];
    await page.route("**/*", async (route) => {
      if (route.request().method() === "POST") again.push(route.fetch({ maxRedirects: 0 }));
      await route.continue();
    });
    await keep.dblclick();
    if (says) await expect(page.getByText(says, { exact: true })).toBeVisible();
    await expect(typed).toHaveCount(0);
    expect(await Promise.all(again), "what went twice").not.toEqual([]);
    expect(await asMember(member.id, (db) => db.draft.count()), "what was taken is no draft").toBe(0);
    expect(await asMember(member.id, (db) => kept(db, privateWords(member)))).toEqual([WORDS]);
  });
}
