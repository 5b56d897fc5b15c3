import { addHours } from "date-fns";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { saveSettings } from "@/lib/accounts/actions";
import { addDays, dayIn } from "@/lib/dates";
import { asSystem, prisma } from "@/lib/db";
import { chooseFollowUpDay, saySilent } from "@/lib/feedback/actions";
import { listCameDue, noteCameDue } from "@/lib/jobs/came-due";
import type { Planned } from "@/lib/jobs/deliver-reminders";
import { noteWhatIsDue } from "@/lib/jobs/note-what-is-due";
import { planReminders } from "@/lib/jobs/plan-reminders";
import { changeLearningPlan, tickStep } from "@/lib/learning/actions";
import { putAway } from "@/lib/nudges/actions";
import { listNudges } from "@/lib/nudges/queries";
import { about } from "@/lib/queue";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, type Member } from "../factories";
import { aFeedbackRequest } from "../factories-of-feedback";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { aLearningPlan, anExperiment } from "../factories-of-learning";
import { aPost, aReply } from "../factories-of-posts";
import { noMailbox, someReminders } from "../factories-of-reminders";
import { aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";

// Whatever is due for anybody is planned: in a database of its own nothing of other tests is.
const end = await moveToScratchDatabase();
afterAll(async () => {
  await prisma().$disconnect();
  await end();
});

/** A Sunday, at six in the evening. */
const SUNDAY = "2028-03-12";
const evening = new Date(`${SUNDAY}T18:00:00Z`);

let heron: Member;
beforeEach(async () => {
  heron = await aMember({ name: "Heron", timeZone: "UTC" });
});

/** What is queued for somebody, in order. */
const plannedFor = ({ id }: Member) =>
  connected("admin", async (admin) => {
    const jobs = await rows<{ data: { sealed: string } }>(
      admin,
      "select data from pgboss.job where name = 'remind' order by created_on, data->>'sealed'",
    );
    return jobs.map(({ data }) => about("remind", data) as Planned).filter(({ userId }) => userId === id);
  });

const asAdmin = (sql: string, values: unknown[] = []) =>
  connected("admin", (admin) => admin.query(sql, values));

test("nobody has a mail who did not choose one", async () => {
  await planReminders(evening);
  expect(await plannedFor(heron)).toEqual([]);
});

test("an evening check is planned once a day, the same whatever the day was like", async () => {
  await someReminders(heron, { eveningHour: 18 });
  await planReminders(new Date(`${SUNDAY}T17:55:00Z`));
  expect(await plannedFor(heron)).toEqual([]);
  await planReminders(evening);
  await planReminders(evening);
  await planReminders(addHours(evening, 2));
  const check = { kind: "evening", userId: heron.id, day: SUNDAY };
  expect(await plannedFor(heron)).toEqual([check]);
  await planReminders(addHours(evening, 24));
  expect(await plannedFor(heron)).toEqual(expect.arrayContaining([check, { ...check, day: "2028-03-13" }]));
});

/** Makes what somebody wrote down as old as the days that it is for: of noon there. */
const onItsDay = ({ id }: Member) =>
  asAdmin(
    `with e as (update efforts set created_at = day + interval '12 hours' where user_id = $1)
     update wins set created_at = day + interval '12 hours' where user_id = $1`,
    [id],
  );

test("a digest holds the week's effort and wins in numbers, and nothing of anything else", async () => {
  const wren = await aMember({ name: "Wren", timeZone: "UTC" });
  for (const member of [heron, wren]) await someReminders(member, { digestHour: 18 });
  const [goal, gone] = [await aGoal(heron), await aGoal(heron, { title: "kingfisher" })];
  for (const day of [0, -1, -1, -6, -7]) await anEffort(heron, goal, addDays(SUNDAY, day));
  await anEffort(heron, gone, SUNDAY);
  await asAdmin("update goals set deleted_at = now() where id = $1", [gone.id]);
  await aWin(heron, "kingfisher", addDays(SUNDAY, -3));
  await aSetback(heron, { happened: "kingfisher" });
  await onItsDay(heron);
  await planReminders(evening);
  const digest = { kind: "digest", userId: heron.id, day: SUNDAY };
  expect(await plannedFor(heron)).toEqual([{ ...digest, week: { efforts: 4, days: 4, wins: 1 } }]);
  expect(await plannedFor(wren)).toEqual([
    { ...digest, userId: wren.id, week: { efforts: 0, days: 0, wins: 0 } },
  ]);
  await planReminders(addHours(evening, 24));
  expect(await plannedFor(heron)).toHaveLength(1);
});

test("a digest counts the days on which somebody showed up as Today does, words in circles among them", async () => {
  const kathmandu = await aMember({ timeZone: "Asia/Kathmandu" });
  await someReminders(kathmandu, { digestHour: 18 });
  const circle = await aCircle(kathmandu, [heron]);
  // Just before and just after midnight there, a day apart, and a reply by day.
  for (const at of ["2028-03-08T18:14:59Z", "2028-03-08T18:15:01Z"])
    await aPost(kathmandu, circle, { createdAt: new Date(at) });
  await aReply(kathmandu, await aPost(heron, circle), { createdAt: new Date("2028-03-11T06:00:00Z") });
  await aPost(kathmandu, circle, {
    createdAt: new Date("2028-03-10T06:00:00Z"),
    takenBackAt: new Date(),
    body: "",
  });
  await planReminders(new Date(`${SUNDAY}T12:30:00Z`));
  expect(await plannedFor(kathmandu)).toMatchObject([{ week: { efforts: 0, days: 3, wins: 0 } }]);
});

test("each effort is in one digest, whatever day it is for and at whichever hour they come", async () => {
  const goal = await aGoal(heron);
  const noted = async (at: Date, day = dayIn("UTC", at)) => {
    const { id } = await anEffort(heron, goal, day);
    await asAdmin("update efforts set created_at = $2 where id = $1", [id, at]);
  };
  const counts: number[] = [];
  let made = 0;
  for (const [week, hour] of [9, 21, 18, 9].entries()) {
    const sunday = addHours(new Date(`${SUNDAY}T00:00:00Z`), 7 * 24 * week);
    await someReminders(heron, { digestHour: hour });
    // In the week before, on that Sunday before and after the digest, and of two weeks before.
    for (const hours of [-100, hour - 1, hour + 1, 22]) await noted(addHours(sunday, hours));
    await noted(addHours(sunday, hour - 2), addDays(SUNDAY, -14));
    made += 5;
    await planReminders(addHours(sunday, hour));
    const last = (await plannedFor(heron)).find(({ day }) => day === dayIn("UTC", sunday));
    counts.push(last?.kind === "digest" ? last.week.efforts : -1);
  }
  const [first, ...others] = counts;
  expect(first).toBe(3);
  expect(others.reduce((sum, count) => sum + count, 3)).toBe(made - 2);
});

describe("what has come due", () => {
  const monday = addHours(evening, 24);
  const [yesterday, today] = [SUNDAY, "2028-03-13"];
  beforeEach(() => someReminders(heron, { followUpHour: 18 }));

  test("is told of once, in a number, and stands under what waits until it is done", async () => {
    const letter = await aFeedbackRequest(heron, { askedOn: "2028-03-06", followUpOn: today });
    await anExperiment(heron, { cases: null, untilDay: yesterday, startedOn: "2028-03-01" });
    await aFeedbackRequest(heron, { askedOn: "2028-03-06", followUpOn: addDays(today, 1) });
    await planReminders(monday);
    await planReminders(addHours(monday, 1));
    const mail = { kind: "follow_ups", userId: heron.id, day: today };
    expect(await plannedFor(heron)).toEqual([{ ...mail, due: 2 }]);
    const lines = await as(heron, listNudges);
    expect(lines.map(({ kind }) => kind).sort()).toEqual(["experiment-due", "letter-due"]);
    expect(lines.find(({ kind }) => kind === "letter-due")?.to).toBe(`/feedback/${letter.id}`);

    // The next day tells of what came due since, and of nothing else again.
    await planReminders(addHours(monday, 24));
    expect(await plannedFor(heron)).toEqual(
      expect.arrayContaining([{ ...mail, day: addDays(today, 1), due: 1 }]),
    );
    await planReminders(addHours(monday, 48));
    expect(await plannedFor(heron)).toHaveLength(2);

    await submit(heron, saySilent, { requestId: letter.id });
    expect((await as(heron, listNudges)).some(({ aboutId }) => aboutId === letter.id)).toBe(false);
  });

  test("is the finish line of a step of something to learn, as long as that step is open", async () => {
    const plan = await aLearningPlan(heron, { by: today });
    await aLearningPlan(heron, { by: today, doneSteps: [0] });
    await aLearningPlan(heron, { by: today, deletedAt: new Date() });
    await aLearningPlan(heron, { by: addDays(today, 1), doneSteps: [1] });
    await planReminders(monday);
    const mail = { kind: "follow_ups", userId: heron.id, day: today };
    expect(await plannedFor(heron)).toEqual([{ ...mail, due: 1 }]);
    expect(await as(heron, listNudges)).toMatchObject([{ kind: "step-due", to: `/learning/${plan.id}` }]);
    await submit(heron, tickStep, { learningPlanId: plan.id, place: "0", done: "yes" });
    expect(await as(heron, listNudges)).toEqual([]);

    // Another day that was set for it comes due by itself.
    await submit(heron, tickStep, { learningPlanId: plan.id, place: "0", done: "no" });
    const words = { skill: "Opening an interview", step1: "Read one page about it" };
    await submit(heron, changeLearningPlan, { ...words, learningPlanId: plan.id, by1: addDays(today, 1) });
    await planReminders(addHours(monday, 24));
    expect((await plannedFor(heron)).at(-1)).toMatchObject({ due: 2, day: addDays(today, 1) });
    expect((await as(heron, listNudges)).map(({ aboutId }) => aboutId)).toContain(plan.id);
  });

  test("is each of the steps of something to learn, on its own day, and each once", async () => {
    const plan = await aLearningPlan(heron, { by: today });
    const words = { skill: "Opening an interview", step1: "Read one page about it", step2: "Say it aloud" };
    const days = { by1: today, by2: addDays(today, 1) };
    await submit(heron, changeLearningPlan, { ...words, ...days, learningPlanId: plan.id });
    await planReminders(monday);
    await planReminders(addHours(monday, 24));
    await submit(heron, tickStep, { learningPlanId: plan.id, place: "1", done: "yes" });
    expect(await as(heron, listNudges)).toEqual([]);
    // The first is as open as it was, and was told of.
    await planReminders(addHours(monday, 48));
    expect((await plannedFor(heron)).map(({ day }) => day)).toEqual([today, addDays(today, 1)]);
  });

  test("is told of on the next day where it was set for today after today's mail", async () => {
    await aFeedbackRequest(heron, { askedOn: "2028-03-06", followUpOn: today });
    await planReminders(monday);
    await aFeedbackRequest(heron, { askedOn: "2028-03-06", followUpOn: today });
    await planReminders(addHours(monday, 24));
    expect(await plannedFor(heron)).toMatchObject([
      { due: 1, day: today },
      { due: 1, day: addDays(today, 1) },
    ]);
    await planReminders(addHours(monday, 48));
    expect(await plannedFor(heron)).toHaveLength(2);
  });

  test.each([
    ["to the next day", 1],
    ["to one of later", 4],
  ])("and is moved %s after its mail is due anew on that day, and mailed then", async (_where, days) => {
    const { id: requestId } = await aFeedbackRequest(heron, { askedOn: "2028-03-06", followUpOn: today });
    await noteWhatIsDue(addHours(monday, -8));
    await planReminders(monday);
    expect(await plannedFor(heron)).toHaveLength(1);
    await submit(heron, chooseFollowUpDay, { requestId, followUpOn: addDays(today, days) });
    for (const hours of [1, 24 * days - 19]) {
      await noteWhatIsDue(addHours(monday, hours));
      await planReminders(addHours(monday, hours));
      expect(await as(heron, listNudges)).toEqual([]);
    }
    await noteWhatIsDue(addHours(monday, 24 * days - 8));
    expect(await as(heron, listNudges)).toMatchObject([{ aboutId: requestId }]);
    await planReminders(addHours(monday, 24 * days));
    expect((await plannedFor(heron)).map(({ day }) => day)).toEqual([today, addDays(today, days)]);
  });

  test("and is moved in the moment in which its mail is planned is due anew all the same", async () => {
    const { id: requestId } = await aFeedbackRequest(heron, { askedOn: "2028-03-06", followUpOn: today });
    const morning = new Date(`${today}T00:00:00Z`);
    await asSystem(async (db) => {
      const due = await listCameDue(db, [{ userId: heron.id, day: today, timeZone: "UTC", morning }]);
      await submit(heron, chooseFollowUpDay, { requestId, followUpOn: addDays(today, 2) });
      await noteCameDue(db, due, new Date());
    });
    await planReminders(addHours(monday, 24));
    expect(await plannedFor(heron)).toEqual([]);
    await planReminders(addHours(monday, 48));
    expect(await plannedFor(heron)).toMatchObject([{ due: 1, day: addDays(today, 2) }]);
  });

  test("is left in peace where it was answered, given up, or came due long ago", async () => {
    await aFeedbackRequest(heron, { askedOn: "2028-03-01", followUpOn: today, answeredOn: yesterday });
    await aFeedbackRequest(heron, { askedOn: "2028-03-01", followUpOn: today, silentOn: yesterday });
    await aFeedbackRequest(heron, { askedOn: "2028-03-01", followUpOn: addDays(today, -3) });
    await planReminders(monday);
    expect(await plannedFor(heron)).toEqual([]);
  });

  test("waits for another day on one on which a setback was written down", async () => {
    await aFeedbackRequest(heron, { askedOn: "2028-03-06", followUpOn: today });
    const { id } = await aSetback(heron);
    await asAdmin("update setbacks set created_at = $2 where id = $1", [id, new Date(`${today}T09:00:00Z`)]);
    await planReminders(monday);
    expect(await plannedFor(heron)).toEqual([]);
    expect(await as(heron, listNudges)).toEqual([]);
    await planReminders(addHours(monday, 24));
    expect(await plannedFor(heron)).toMatchObject([{ due: 1, day: addDays(today, 1) }]);
  });
});

describe("what has come due stands under what waits, without any mail,", () => {
  const monday = addHours(evening, 24);
  const today = "2028-03-13";

  test.each([
    ["for who chose none", async () => {}],
    ["for who paused them", () => someReminders(heron, { followUpHour: 18, pausedAt: new Date() })],
    ["for whose address takes none", () => noMailbox(heron)],
  ])("%s", async (_who, chosen) => {
    await chosen();
    const letter = await aFeedbackRequest(heron, { askedOn: "2028-03-06", followUpOn: today });
    await aFeedbackRequest(heron, { askedOn: "2028-03-06", followUpOn: addDays(today, 1) });
    await planReminders(monday);
    await noteWhatIsDue(monday);
    await noteWhatIsDue(addHours(monday, 1));
    expect(await as(heron, listNudges)).toMatchObject([{ kind: "letter-due", aboutId: letter.id }]);
    expect(await plannedFor(heron)).toEqual([]);
  });

  test("by the clocks of each, and not on a day on which a setback was written down", async () => {
    const apia = await aMember({ timeZone: "Pacific/Apia" });
    for (const member of [heron, apia])
      await aFeedbackRequest(member, { askedOn: "2028-03-06", followUpOn: "2028-03-14" });
    await noteWhatIsDue(monday);
    expect(await as(heron, listNudges)).toEqual([]);
    expect(await as(apia, listNudges)).toHaveLength(1);
    const { id } = await aSetback(heron);
    const written = new Date("2028-03-14T09:00:00Z");
    await asAdmin("update setbacks set created_at = $2 where id = $1", [id, written]);
    await noteWhatIsDue(addHours(written, 1));
    expect(await as(heron, listNudges)).toEqual([]);
    await noteWhatIsDue(addHours(written, 24));
    expect(await as(heron, listNudges)).toHaveLength(1);
  });

  test("and a mail that was chosen tells of it in its hour, unless it was put away by then", async () => {
    await someReminders(heron, { followUpHour: 18 });
    const [first, second] = [
      await aFeedbackRequest(heron, { askedOn: "2028-03-06", followUpOn: today }),
      await aFeedbackRequest(heron, { askedOn: "2028-03-06", followUpOn: today }),
    ];
    await noteWhatIsDue(addHours(monday, -8));
    await submit(heron, putAway, { kind: "letter-due", aboutId: first.id });
    await planReminders(monday);
    expect(await plannedFor(heron)).toMatchObject([{ kind: "follow_ups", due: 1 }]);
    expect(await as(heron, listNudges)).toMatchObject([{ aboutId: second.id }]);
  });
});

describe("nothing is planned", () => {
  const none = async () => {
    await planReminders(evening);
    expect(await plannedFor(heron)).toEqual([]);
  };
  beforeEach(() => someReminders(heron, { eveningHour: 18, digestHour: 18 }));

  test("in quiet hours, for a pause, or after an address refused one", async () => {
    await someReminders(heron, { quietFrom: 17, quietUntil: 19 });
    await none();
    await someReminders(heron, { quietFrom: 22, quietUntil: 8, pausedAt: new Date() });
    await none();
    await someReminders(heron, { pausedAt: null });
    await asAdmin("update reminder_settings set refused_at = now() where user_id = $1", [heron.id]);
    await none();
    // Another address may take it.
    await asSystem((db) =>
      db.user.updateMany({ where: { id: heron.id }, data: { email: `h-${heron.email}` } }),
    );
    await planReminders(evening);
    expect(await plannedFor(heron)).toHaveLength(2);
  });

  test.each([
    ["who is suspended", "suspended_until = now() + interval '1 day'"],
    ["who is about to leave", "leaves_at = now() + interval '1 day'"],
    ["whose address nobody confirmed", "verified_at = null, claim_tag = 1"],
  ])("for somebody %s", async (_what, change) => {
    await asAdmin(`update users set ${change} where id = $1`, [heron.id]);
    await none();
  });
});

test("somebody who moves has one of a kind for a day, in whichever zone it was", async () => {
  const apia = await aMember({ timeZone: "Pacific/Apia" });
  await someReminders(apia, { eveningHour: 19, quietFrom: 0, quietUntil: 0 });
  await planReminders(new Date(`${SUNDAY}T06:00:00Z`));
  expect(await plannedFor(apia)).toMatchObject([{ day: SUNDAY }]);
  const look = { name: "Juniper", theme: "system", textSize: "normal", font: "figtree" };
  await submit(apia, saveSettings, { ...look, timeZone: "America/New_York" });
  // It is that Sunday's evening once more.
  await planReminders(new Date(`${SUNDAY}T23:00:00Z`));
  expect(await plannedFor(apia)).toHaveLength(1);
  await planReminders(new Date("2028-03-13T23:00:00Z"));
  expect(await plannedFor(apia)).toHaveLength(2);
});

describe("one mail is planned", () => {
  test("by workers that come at the same moment", async () => {
    await someReminders(heron, { eveningHour: 18, digestHour: 18 });
    await Promise.all([planReminders(evening), planReminders(evening), planReminders(evening)]);
    expect((await plannedFor(heron)).map(({ kind }) => kind).sort()).toEqual(["digest", "evening"]);
  });

  test.each([
    ["before anything was noted", "reminders", "before"],
    ["after it was noted", "reminders", "after"],
    ["when it was just queued", "pgboss.job", "after"],
  ])("where a worker ends %s, and none is half planned", async (_when, table, moment) => {
    await someReminders(heron, { eveningHour: 18 });
    const when = table === "pgboss.job" ? "when (new.name = 'remind')" : "";
    await asAdmin(`
      create or replace function stop() returns trigger language plpgsql as $$ begin
        perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
      alter function stop() security definer;
      create trigger stop ${moment} insert on ${table} for each row ${when} execute function stop()`);
    await expect(planReminders(evening)).rejects.toThrow();
    const half = await connected("admin", (admin) =>
      rows(admin, "select from reminders where user_id = $1", [heron.id]),
    );
    expect(half).toEqual([]);
    expect(await plannedFor(heron)).toEqual([]);
    await asAdmin(`drop trigger stop on ${table}`);
    await planReminders(evening);
    expect(await plannedFor(heron)).toHaveLength(1);
  });
});

test("the hour is by the clocks of Kathmandu to the quarter", async () => {
  const wren = await aMember({ timeZone: "Asia/Kathmandu" });
  await someReminders(wren, { eveningHour: 19 });
  await planReminders(new Date(`${SUNDAY}T13:10:00Z`));
  expect(await plannedFor(wren)).toEqual([]);
  await planReminders(new Date(`${SUNDAY}T13:15:00Z`));
  expect(await plannedFor(wren)).toMatchObject([{ day: SUNDAY }]);
});
