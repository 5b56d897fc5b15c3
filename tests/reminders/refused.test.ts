import { beforeEach, describe, expect, test, vi } from "vitest";
import { hourIn } from "@/lib/dates";
import { deliverReminders } from "@/lib/jobs/deliver-reminders";
import { mailNudges } from "@/lib/jobs/mail-nudges";
import { planReminders } from "@/lib/jobs/plan-reminders";
import { chooseNudgeMails } from "@/lib/nudges/actions";
import { tryMailsAgain } from "@/lib/reminders/actions";
import { findReminders } from "@/lib/reminders/queries";
import { root } from "../../scripts/project.ts";
import { connected } from "../database/connect";
import { someWait } from "../database/locks";
import { aCircle, aMember, type Member } from "../factories";
import { aNudge, aPost } from "../factories-of-posts";
import { anUnsubscribeCode, someReminders } from "../factories-of-reminders";
import { as, submit } from "../people";
import { outcomeOf } from "../scripts/process";
import { whereMailsLeave, zoneAt } from "./mails-leave";

const { server, boss, sql, jobs, work } = await whereMailsLeave();
vi.setConfig({ testTimeout: 60_000 });

let heron: Member;
beforeEach(async () => {
  heron = await aMember({ name: "Heron", timeZone: "UTC" });
  await someReminders(heron, { eveningHour: hourIn("UTC", new Date()), quietFrom: 0, quietUntil: 0 });
  await planReminders();
});

describe("an address that a server refuses for good", () => {
  test("gets no more, says so in Settings, and one press tries again", async () => {
    server.mood = "refuses the recipient";
    expect((await work(0)).statuses).toEqual(["failed"]);
    expect(await as(heron, findReminders)).toMatchObject({ refused: null });
    await sql("update pgboss.job set state = 'created'");
    expect((await work(2)).statuses).toEqual(["deadletter"]);
    expect(await as(heron, findReminders)).toMatchObject({ refused: { said: "just now" } });

    server.mood = "well";
    const tomorrow = new Date(Date.now() + 86_400_000);
    await sql("delete from pgboss.job");
    await planReminders(tomorrow);
    expect(await jobs()).toEqual([]);
    expect(await submit(heron, tryMailsAgain, {})).toMatchObject({ status: "done" });
    expect(await as(heron, findReminders)).toMatchObject({ refused: null });
    await planReminders(tomorrow);
    expect(await jobs()).toHaveLength(1);
  });

  test("is one that refused three times, and not once after a server was busy twice", async () => {
    const [job] = await jobs();
    if (!job) throw new Error("nothing is planned");
    let tried = job;
    const tryIt = async (mood: typeof server.mood) => {
      server.mood = mood;
      const [result] = await deliverReminders([tried]);
      tried = { ...tried, retryCount: tried.retryCount + 1, output: result?.output };
      return result?.status;
    };
    for (const mood of ["busy", "busy", "refuses the recipient", "busy", "refuses the recipient"] as const)
      expect(await tryIt(mood)).toBe("failed");
    expect(await as(heron, findReminders)).toMatchObject({ refused: null });
    expect(await tryIt("refuses the recipient")).toBe("deadletter");
    expect(await as(heron, findReminders)).toMatchObject({ refused: { said: "just now" } });
  });

  test("leaves what it refused in the operator's list, who can try it again", async () => {
    const env = { DATABASE_URL: process.env.DATABASE_URL ?? "" };
    server.mood = "refuses the recipient";
    const { given } = await work(2);
    await sql("update pgboss.job set retry_count = retry_limit");
    await boss.fail("remind", given[0]?.id ?? "", { responseCode: 550 });
    const list = () => outcomeOf(["scripts/mail.ts"], root, env);
    expect((await list()).said).toContain("A quiet note from Onward");
    expect((await outcomeOf(["scripts/mail.ts", "again"], root, env)).said).toContain("1 tried again");
    expect((await list()).said).toContain("Every mail has left");
  });

  test("is the same for mails about what waits in a circle", async () => {
    const wren = await aMember({ name: "Wren", timeZone: "UTC" });
    await submit(wren, chooseNudgeMails, { mails: true });
    await sql("delete from pgboss.job");
    const circle = await aCircle(heron, [wren]);
    await aNudge(wren, await aPost(heron, circle));
    // In no quiet hours of anybody's: Wren has no settings of her own until an address refuses.
    await sql("update users set time_zone = $2 where id = $1", [wren.id, zoneAt(12)]);
    await mailNudges();
    server.mood = "refuses the recipient";
    expect((await work(2)).statuses).toEqual(["deadletter"]);
    expect(await as(wren, findReminders)).toMatchObject({ refused: { said: "just now" }, eveningHour: null });
  });

  test("is not blamed for what the server has against the mail", async () => {
    server.mood = "refuses the mail";
    expect((await work(2)).statuses).toEqual(["deadletter"]);
    expect(await as(heron, findReminders)).toMatchObject({ refused: null });
  });

  test("may be one that the operator read of in a bounce, later", async () => {
    const env = { DATABASE_URL: process.env.DATABASE_URL ?? "" };
    const { said } = await outcomeOf(["scripts/mail.ts", "bounced", ` ${heron.email} `], root, env);
    expect(said).toContain("Noted.");
    expect(said).not.toContain("@");
    expect(await as(heron, findReminders)).toMatchObject({ refused: { said: "just now" } });
    expect((await work()).statuses).toEqual(["completed"]);
    expect(server.mails).toEqual([]);
    expect((await outcomeOf(["scripts/mail.ts", "bounced", "nobody@example.org"], root, env)).code).toBe(1);
  });

  describe("is not the one that took its place meanwhile", () => {
    const moves = () => sql("update users set email = 'new-' || email where id = $1", [heron.id]);
    const refused = async () => (await as(heron, findReminders)).refused;

    test("where the old one answered only afterwards", async () => {
      const [job] = await jobs();
      if (!job) throw new Error("nothing is planned");
      server.mood = "says nothing";
      const asked = server.asked;
      const leaving = deliverReminders([{ ...job, output: { refusals: 2 } }]);
      await expect.poll(() => server.asked).toBe(asked + 1);
      await moves();
      server.mood = "refuses the recipient";
      server.goOn();
      expect(await leaving).toMatchObject([{ status: "deadletter" }]);
      expect(await refused()).toBeNull();
    });

    test("where the member is just changing it", async () => {
      server.mood = "refuses the recipient";
      await anUnsubscribeCode(heron, "evening");
      await connected("admin", async (admin) => {
        await admin.query("begin");
        await admin.query("update users set email = 'new-' || email where id = $1", [heron.id]);
        const leaving = work(2);
        await someWait(1);
        await admin.query("commit");
        expect((await leaving).statuses).toEqual(["deadletter"]);
      });
      expect(await refused()).toBeNull();
    });

    test("which is refused only after three times of its own", async () => {
      const [job] = await jobs();
      if (!job) throw new Error("nothing is planned");
      server.mood = "refuses the recipient";
      let tried = job;
      const tryIt = async () => {
        const [result] = await deliverReminders([tried]);
        expect(JSON.stringify(result)).not.toContain("@");
        tried = { ...tried, retryCount: tried.retryCount + 1, output: result?.output };
        return result?.status;
      };
      expect([await tryIt(), await tryIt()]).toEqual(["failed", "failed"]);
      await moves();
      expect([await tryIt(), await tryIt()]).toEqual(["failed", "failed"]);
      expect(await refused()).toBeNull();
      expect(await tryIt()).toBe("deadletter");
      expect(await refused()).toMatchObject({ said: "just now" });
    });
  });
});
