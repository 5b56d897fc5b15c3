import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { addDays, dayIn, sayDay, weekdayOf, weekOf } from "@/lib/dates";
import { asSystem } from "@/lib/db";
import type { Planned } from "@/lib/jobs/deliver-reminders";
import { planReminders } from "@/lib/jobs/plan-reminders";
import { about, enqueue } from "@/lib/queue";
import { connected, rows } from "@/tests/database/connect";
import { daysPass } from "@/tests/days-pass";
import { aCircle, aMember, type Member } from "@/tests/factories";
import { aPost } from "@/tests/factories-of-posts";
import { expect, mailTo, site, test } from "./fixtures";
import { reply } from "./steps";

/*
 * A week of a member's life, from a Monday to the week after. Onward's clock is the real one, so it is moved by making
 * the member's world older; which weekday it really is, nothing here rests on. Where something is about the weekday, as
 * the digest on Sunday and the week that is over, the member's world is moved to where it would lie then.
 */

const todayOf = ({ timeZone }: Member) => dayIn(timeZone, new Date());
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const step = (page: Page) => page.getByRole("region", { name: "One small step" });

/** Where it is about noon: no midnight falls in, and no mail waits for the morning. */
function zoneAtNoon(): string {
  const offset = 12 - new Date().getUTCHours();
  return `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
}

/** What stands in the queue of mails that a member chose, and what became of it. */
const remindersOf = ({ id }: Member) =>
  connected("admin", async (admin) => {
    const sql = "select data, state from pgboss.job where name = 'remind'";
    const jobs = await rows<{ data: { sealed: string }; state: string }>(admin, sql);
    return jobs
      .map(({ data, state }) => ({ state, planned: about("remind", data) as Planned }))
      .filter(({ planned }) => planned.userId === id);
  });

const mailsTo = ({ email }: Member) =>
  readdirSync(process.env.ONWARD_MAIL_DIR ?? "")
    .map((file) => readFileSync(path.join(process.env.ONWARD_MAIL_DIR ?? "", file), "utf8"))
    .filter((mail) => mail.includes(email));

/**
 * What the worker does on Sunday, at half past an hour and once more, and has leave today. The world lies as far ahead
 * meanwhile as Sunday does; the worker itself, for whom it is today, lets a mail of a day to come lie.
 */
async function onSunday(member: Member, hour: number): Promise<void> {
  const today = todayOf(member);
  const ahead = 7 - weekdayOf(today);
  const sunday = addDays(today, ahead);
  await daysPass(member, -ahead);
  const then = new Date(Date.parse(`${sunday}T${hour}:30:00Z`) + hoursWest(member) * 3_600_000);
  for (const _ of [1, 2]) await planReminders(then);
  await daysPass(member, ahead);
  const digests = (await remindersOf(member)).filter(({ planned }) => planned.day === sunday);
  expect(digests.map(({ planned }) => planned.kind)).toEqual(["digest"]);
  const isIdle = async () => (await remindersOf(member)).every(({ state }) => state === "completed");
  await expect.poll(isIdle, { timeout: 30_000 }).toBe(true);
  for (const { planned } of [...digests, ...digests]) {
    await asSystem((db) => enqueue(db, "remind", { ...planned, day: today }, "A digest"));
    await expect.poll(isIdle, { timeout: 30_000 }).toBe(true);
  }
}

/** How far a zone of `zoneAtNoon` lies behind UTC. */
const hoursWest = ({ timeZone }: Member) => Number(timeZone.slice("Etc/GMT".length));

test("a week of a member's life: a goal, a setback, kindness, effort, an answer, a win, a rest, and looking back", {
  tag: "@no-js",
}, async ({ signedIn, someone, javaScriptEnabled }) => {
  // The worker plans for everybody at once: whose week this is as well has another hour, out of reach of this one.
  const digestHour = javaScriptEnabled ? 14 : 19;
  const { page, member } = await signedIn({ name: "Juniper", timeZone: zoneAtNoon() });
  const heron = await aMember({ name: "Heron" });
  const circle = await aCircle(heron, [member]);
  let goal = "";
  let strength = 0;
  const strengthNow = async () => {
    await page.goto(goal);
    return Number(/\d+/.exec(await page.getByText(/^Strength: \d+ of 100\.$/).innerText())?.[0]);
  };

  await test.step("on Monday a goal, a step for the week, a plan for a hard moment and the digest are chosen", async () => {
    await page.goto("/goals/new");
    await page.getByLabel("What would you like to keep up?").fill("Applications");
    await page.getByRole("radio", { name: "a week", exact: true }).check();
    await page.getByLabel("How many", { exact: true }).fill("3");
    await page.getByRole("button", { name: "Add goal" }).click();
    await page.getByRole("link", { name: "Applications 3 a week" }).click();
    await expect(heading(page)).toHaveText("Applications");
    goal = new URL(page.url()).pathname;

    await page.goto("/week");
    const form = page.getByRole("form", { name: "Plan a step" });
    await form.getByLabel("What", { exact: true }).fill("Write to Alder");
    await form.getByRole("button", { name: "Put it in the week" }).click();
    await expect(page.getByText("Write to Alder")).toBeVisible();

    await page.goto("/plans/new");
    await page.getByLabel("this happens:").selectOption("Silence: they never answered");
    await page.getByLabel("then I will").fill("walk to the river");
    await page.getByRole("button", { name: "Keep this plan" }).click();
    await expect(page.getByText("walk to the river").first()).toBeVisible();

    await page.goto("/settings/reminders");
    await page.getByLabel("Digest of your week, on Sunday").selectOption(`At ${digestHour}:00`);
    await page.getByRole("main").getByRole("button", { name: "Save" }).first().click();
    await expect(page.getByText("Kept.")).toBeVisible();
  });

  await test.step("on Tuesday a setback is written down, and the plan for it is there", async () => {
    await daysPass(member, 1);
    await page.goto("/setbacks/new");
    await page.getByLabel("What happened?").fill("Five weeks, and not a word.");
    await page.getByText("More about it, if you like").click();
    await page.getByLabel("What kind of setback").selectOption("Silence: they never answered");
    await page.getByRole("button", { name: "Save setback" }).click();
    const planned = page.getByRole("region", { name: "You planned for this" });
    await expect(planned).toContainText("walk to the river");
    await planned.getByRole("button", { name: "Done" }).click();
    await expect(planned).toContainText("Done, as you planned.");
  });

  await test.step("on Wednesday Today is kind first; effort is logged in one tap, undone in another, and logged", async () => {
    await daysPass(member, 1);
    await page.goto("/today");
    await expect(page.getByRole("main").getByRole("region").first()).toHaveAccessibleName("Gently today");
    await expect(page.getByRole("button", { name: "Keep it" })).toHaveCount(0);
    await step(page).getByRole("button", { name: "Done" }).click();
    await expect(page.getByText("You showed up on 1 of the last 7 days.")).toBeVisible();
    await page.goto("/goals");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("The week is still open")).toBeVisible();
    await page.goto("/today");
    await expect(page.getByText("One small step is enough for today.")).toBeVisible();
    await step(page).getByRole("button", { name: "Done" }).click();
    await expect(step(page)).toContainText("That is enough for today");
    strength = await strengthNow();
    expect(strength).toBeGreaterThan(0);
  });

  await test.step("on Thursday Today is as usual, and somebody in the circle is answered", async () => {
    await daysPass(member, 1);
    await page.goto("/today");
    await expect(step(page)).toContainText("Applications");
    await expect(page.getByRole("region", { name: "Gently today" })).toHaveCount(0);
    await aPost(heron, circle, { body: "Does anybody know this silence?" });
    await page.goto(`/circles/${circle.id}`);
    await reply(page, "Heron", "I do. I walked to the river.");
    await expect(page.getByText("I do. I walked to the river.")).toBeVisible();
  });

  await test.step("on Friday that is noticed and kept, and the step that comes with it is declined", async () => {
    await daysPass(member, 1);
    await page.goto("/today");
    await expect(page.getByText("You showed up on 2 of the last 7 days.")).toBeVisible();
    await expect(page.getByText("Somebody in a circle waited for words")).toBeVisible();
    await page.getByRole("button", { name: "Keep it" }).click();
    await expect(page.getByText("Kept. That was you.")).toBeVisible();
    await page.getByRole("button", { name: "Rest is fine" }).click();
    await expect(page.getByText("Kept. That was you.")).toHaveCount(0);
    await expect(page.getByText("Answered somebody who waited for words.")).toBeVisible();
  });

  await test.step("on Saturday Friday's effort is logged, and the goal rests for a day", async () => {
    await daysPass(member, 1);
    await page.goto(goal);
    await page.getByLabel("Day", { exact: true }).fill(addDays(todayOf(member), -1));
    await page.getByRole("button", { name: "Log that day" }).click();
    await expect(page.getByText("2 of the last 7 days.")).toBeVisible();
    const before = strength;
    strength = await strengthNow();
    expect(strength).toBeGreaterThan(before);
    await page.getByRole("button", { name: "Let it rest" }).click();
    await expect(page.getByRole("button", { name: "Go on" })).toBeVisible();
    await page.goto("/today");
    await expect(step(page)).toContainText("That is enough for today");
  });

  await test.step("on Sunday it goes on, and the week is said in days, of which none is missing", async () => {
    await daysPass(member, 1);
    await page.goto(goal);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByRole("button", { name: "Let it rest" })).toBeVisible();
    await page.getByRole("button", { name: "Log effort" }).click();
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    const before = strength;
    strength = await strengthNow();
    expect(strength).toBeGreaterThan(before);
    await page.goto("/today");
    await expect(
      page.getByText("You showed up on 4 of the last 7 days, and one was for rest."),
    ).toBeVisible();
  });

  await test.step("in its hour the digest comes once, and one press stops it, signed out", async () => {
    await onSunday(member, digestHour);
    const mail = await mailTo(member.email, /your week, in numbers/);
    expect(mailsTo(member)).toHaveLength(1);
    const words = mail.replaceAll(/\s+/g, " ");
    expect(words).toContain("effort noted 3 times, one win written down; you showed up on 4 days.");
    expect(words).not.toMatch(/Juniper|silence|river|Applications/i);
    const mailbox = await someone();
    await mailbox.goto(new RegExp(`${site}(/unsubscribe/\\S+)`).exec(mail)?.[1] ?? "");
    await mailbox.getByRole("button", { name: "Stop these mails" }).click();
    await expect(heading(mailbox)).toHaveText("Stopped");
    await page.goto("/settings/reminders");
    await expect(page.getByLabel("Digest of your week, on Sunday")).toHaveValue("");
  });

  await test.step("in the week after, the week before can be looked back on, and what was left comes along", async () => {
    const today = todayOf(member);
    // It is Monday then, or as many days later as it really is.
    await daysPass(member, weekdayOf(today));
    const [monday] = weekOf(addDays(today, -7));
    await page.goto(`/wins/week/${monday}`);
    await expect(page.getByText("You showed up on 4 of 7 days.")).toBeVisible();
    await expect(page.getByText("Answered somebody who waited for words.")).toBeVisible();
    await expect(page.getByText("3 times", { exact: true })).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("not a word");

    await page.goto("/week");
    await expect(page.getByText("Write to Alder")).toHaveCount(0);
    await page.getByRole("button", { name: "Take along what is open" }).click();
    const day = page.getByRole("region", { name: new RegExp(`^${sayDay(today, today)}`) });
    await expect(day.getByText("Write to Alder")).toBeVisible();

    const now = await strengthNow();
    expect(now).toBeGreaterThan(strength / 2);
    expect(now).toBeLessThanOrEqual(strength);
  });
});
