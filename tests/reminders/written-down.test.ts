import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { hourIn } from "@/lib/dates";
import { deliverReminders } from "@/lib/jobs/deliver-reminders";
import { planReminders } from "@/lib/jobs/plan-reminders";
import { aMember } from "../factories";
import { someReminders } from "../factories-of-reminders";
import { whereMailsLeave } from "./mails-leave";

// Where there is no mail server, a mail leaves into a folder.

const folder = path.join(mkdtempSync(path.join(tmpdir(), "onward-mail-")), "mail");
const { sql, jobs } = await whereMailsLeave({ folder });
afterAll(() => rm(path.dirname(folder), { recursive: true, force: true }));

beforeEach(async () => {
  await rm(folder, { recursive: true, force: true });
  const heron = await aMember({ name: "Heron", timeZone: "UTC" });
  await someReminders(heron, { eveningHour: hourIn("UTC", new Date()), quietFrom: 0, quietUntil: 0 });
  await planReminders();
});

test("a mail is written down once, whichever jobs there are of it, and noted as one that left", async () => {
  const given = await jobs();
  const another = given.map((job) => ({ ...job, id: crypto.randomUUID() }));
  await Promise.all([deliverReminders(given), deliverReminders(another), deliverReminders(given)]);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(
    await sql("select from reminders where leaving_at is not null and sent_at is not null"),
  ).toHaveLength(1);
});

test("one that cannot be written down is written later", async () => {
  writeFileSync(folder, "in the way");
  const given = await jobs();
  expect(await deliverReminders(given)).toMatchObject([{ status: "failed" }]);
  await rm(folder);
  expect(await deliverReminders(given)).toMatchObject([{ status: "completed" }]);
  expect(readdirSync(folder)).toHaveLength(1);
});
