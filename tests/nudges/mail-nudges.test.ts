import { addHours, subHours, subMinutes } from "date-fns";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { dayIn } from "@/lib/dates";
import { asSystem, prisma } from "@/lib/db";
import { freshId } from "@/lib/ids";
import type { Planned } from "@/lib/jobs/deliver-reminders";
import { mailNudges } from "@/lib/jobs/mail-nudges";
import { chooseNudgeMails, putAway } from "@/lib/nudges/actions";
import { about } from "@/lib/queue";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, type Member } from "../factories";
import { aNudge, aPost } from "../factories-of-posts";
import { submit } from "../people";

// Whatever waits for anybody is mailed: in a database of its own nothing of other tests is.
const end = await moveToScratchDatabase();
afterAll(async () => {
  await prisma().$disconnect();
  await end();
});

/** Around noon, where these people live. */
const noon = new Date(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`);

let heron: Member;
let circle: { id: string };
let post: () => Promise<{ circleId: string; id: string }>;
beforeEach(async () => {
  const juniper = await aMember({ name: "Juniper", timeZone: "UTC" });
  heron = await aMember({ name: "Heron", timeZone: "UTC" });
  circle = await aCircle(juniper, [heron]);
  post = () => aPost(juniper, circle, { body: "The kingfisher did not call." });
});

/** They asked for mails a day ago. */
async function wantsMails(member: Member): Promise<void> {
  await submit(member, chooseNudgeMails, { mails: true });
  await connected("admin", (admin) =>
    admin.query("update users set nudge_mails_at = $2 where id = $1", [member.id, subHours(noon, 24)]),
  );
}

/** Something waits for them since an hour before noon. */
const aWord = async (member: Member, createdAt = subHours(noon, 1)) =>
  aNudge(member, await post(), { createdAt });

/** What is planned for somebody: on which days. */
const mailsTo = ({ id }: Member) =>
  connected("admin", async (admin) => {
    const jobs = await rows<{ data: { sealed: string } }>(
      admin,
      "select data from pgboss.job where name = 'remind' order by created_on",
    );
    const planned = jobs.map(({ data }) => about("remind", data) as Planned);
    return planned.filter(({ userId, kind }) => userId === id && kind === "nudges").map(({ day }) => day);
  });

test("a mail is planned once that something waits, and waits where no address is named", async () => {
  await wantsMails(heron);
  await aWord(heron);
  await aWord(heron);
  await mailNudges(noon);
  await mailNudges(noon);
  await mailNudges(addHours(noon, 2));
  expect(await mailsTo(heron)).toEqual([dayIn("UTC", noon)]);
  const queued = await connected("admin", (admin) => rows(admin, "select data from pgboss.job"));
  expect(JSON.stringify(queued)).toContain("Something waits for you in Onward");
  expect(JSON.stringify(queued)).not.toContain("@");
});

test("there is one a day, however often something comes, and the next day's tells of the rest", async () => {
  await wantsMails(heron);
  for (let hour = 9; hour <= 20; hour++) {
    const then = addHours(noon, hour - 12);
    await aWord(heron, subMinutes(then, 10));
    await mailNudges(then);
  }
  expect(await mailsTo(heron)).toHaveLength(1);
  await mailNudges(addHours(noon, 11));
  expect(await mailsTo(heron)).toHaveLength(1);
  await mailNudges(addHours(noon, 20));
  await mailNudges(addHours(noon, 24));
  expect(await mailsTo(heron)).toHaveLength(2);
});

test("what has come due is told of in no mail of these", async () => {
  await wantsMails(heron);
  await asSystem((db) =>
    db.nudge.createMany({
      data: { userId: heron.id, kind: "letter-due", aboutId: freshId(), createdAt: subHours(noon, 1) },
    }),
  );
  await mailNudges(noon);
  expect(await mailsTo(heron)).toEqual([]);
});

test("workers that come at the same moment send one", async () => {
  await wantsMails(heron);
  await aWord(heron);
  await Promise.all([mailNudges(noon), mailNudges(noon), mailNudges(noon)]);
  expect(await mailsTo(heron)).toHaveLength(1);
});

test("none leaves at night where its reader lives; it does in the morning", async () => {
  await wantsMails(heron);
  const night = new Date(noon.getTime() - 5 * 3_600_000);
  await aWord(heron, subHours(night, 1));
  await mailNudges(night);
  expect(await mailsTo(heron)).toEqual([]);
  await mailNudges(addHours(night, 1));
  expect(await mailsTo(heron)).toHaveLength(1);
});

describe("no mail goes", () => {
  const none = async (member: Member) => {
    await mailNudges(noon);
    expect(await mailsTo(member)).toEqual([]);
  };

  test("to who did not ask for any, or stopped them", async () => {
    await aWord(heron);
    await none(heron);
    await wantsMails(heron);
    await submit(heron, chooseNudgeMails, {});
    await none(heron);
  });

  test("about what waited before they asked, or is put away", async () => {
    await wantsMails(heron);
    await aWord(heron, subHours(noon, 25));
    await submit(heron, putAway, await aWord(heron));
    await none(heron);
  });

  test("to an address that nobody confirmed, or somebody who is about to go", async () => {
    const wren = await aMember({ name: "Wren", timeZone: "UTC", verified: false });
    for (const member of [heron, wren]) {
      await wantsMails(member);
      await aWord(member);
    }
    await connected("admin", (admin) =>
      admin.query("update users set leaves_at = now() + interval '3 days' where id = $1", [heron.id]),
    );
    await none(heron);
    await none(wren);
  });
});

test("one for whom a mail cannot be written just now keeps nobody else", async () => {
  const wren = await aMember({ name: "Wren", timeZone: "UTC" });
  for (const member of [heron, wren]) {
    await wantsMails(member);
    await aWord(member);
  }
  await connected("admin", async (admin) => {
    await admin.query(`
      create function stuck() returns trigger language plpgsql as $$ begin raise 'stuck'; end $$;
      create trigger stuck before update on nudges for each row when (old.user_id = '${heron.id}') execute function stuck()`);
    await expect(mailNudges(noon)).rejects.toThrow("stuck");
    await admin.query("drop trigger stuck on nudges; drop function stuck()");
  });
  expect(await mailsTo(wren)).toHaveLength(1);
  expect(await mailsTo(heron)).toEqual([]);
  await mailNudges(noon);
  expect(await mailsTo(heron)).toHaveLength(1);
});
