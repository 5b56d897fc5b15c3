import { expect, test } from "vitest";
import { GET } from "@/app/api/calendar/[secret]/route";
import { makeAddress, stopAddress } from "@/lib/calendar/actions";
import { findAddress } from "@/lib/calendar/queries";
import { weekNow } from "@/lib/check-ins/week";
import { asMember, asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { freshSecret } from "@/lib/vault";
import { connected } from "../database/connect";
import { aCircle, aMember, leave, type Member } from "../factories";
import { anAddress } from "../factories-of-accounts";
import { aCommitment, aMergeOffer } from "../factories-of-circles";
import { as, submit, visit } from "../people";
import { parseCalendar, readValue } from "./parse";

const week = weekNow({ meetingDay: 4, timeZone: "Europe/Berlin" }, new Date());

/** What a calendar program gets, which knows the address and is nobody. */
async function ask(secret: string) {
  const answer = await visit(null, () =>
    GET(new Request(`http://calendar/${secret}`), { params: Promise.resolve({ secret }) }),
  );
  if (!("shown" in answer)) throw new Error("It was sent elsewhere.");
  return answer.shown;
}
const entries = async (secret: string) => {
  const response = await ask(secret);
  expect(response.status).toBe(200);
  return parseCalendar(await response.text()).components.map((entry) => ({
    uid: readValue(entry, "UID"),
    title: readValue(entry, "SUMMARY"),
    begins: readValue(entry, "DTSTART"),
  }));
};
const titled = async (secret: string, title: string) =>
  (await entries(secret)).filter((entry) => entry.title === title);

const secretOf = async (member: Member) =>
  (await as(member, findAddress))?.link.split("/api/calendar/")[1] ?? "";

test("an address is made, shown again, and read by whoever knows it, with no names and no words", async () => {
  const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper, [heron], {
    name: "Thursday lanterns",
    videoLink: "https://meet.example/x",
  });
  await aCommitment(juniper, circle, { words: "Call Marta", byDay: week.last });
  await aCommitment(juniper, circle, { words: "Portfolio page" });
  await aCommitment(juniper, circle, { words: "Done already", outcome: "kept" });
  await aCommitment(heron, circle, { words: "Heron's own" });
  expect(await as(juniper, findAddress)).toBeNull();
  expect(await submit(juniper, makeAddress, {})).toMatchObject({ status: "done" });
  const secret = await secretOf(juniper);
  expect(secret).toBe(await secretOf(juniper));

  expect(await titled(secret, "Circle meeting")).toHaveLength(12);
  const last = week.last.replaceAll("-", "");
  expect(await titled(secret, "A commitment")).toMatchObject([{ begins: last }, { begins: last }]);
  const text = await (await ask(secret)).text();
  for (const word of [
    "lanterns",
    "Juniper",
    "Heron",
    "Marta",
    "Portfolio",
    "meet.example",
    circle.id,
    juniper.id,
  ])
    expect(text).not.toContain(word);
});

test("an entry has the same name each time it is read, and no other has it", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  await aCommitment(juniper, circle);
  const secret = await anAddress(juniper);
  const names = async () => (await entries(secret)).map(({ uid }) => uid);
  const first = await names();
  expect(new Set(first).size).toBe(13);
  expect(await names()).toEqual(first);
});

test("nobody keeps or lists what is answered, and the database keeps no secret", async () => {
  const juniper = await aMember();
  const secret = await anAddress(juniper);
  const { headers } = await ask(secret);
  expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("x-robots-tag")).toContain("noindex");
  const row = await connected("admin", async (admin) => {
    const { rows } = await admin.query("select t::text as row from calendar_feeds t where user_id = $1", [
      juniper.id,
    ]);
    return String(rows[0]?.row);
  });
  expect(row).not.toContain(secret);
  expect(row).not.toContain(Buffer.from(secret, "base64url").toString("hex"));
});

test("a new address cuts the one before off at once, and pressed twice it is one", async () => {
  const juniper = await aMember();
  const before = await anAddress(juniper);
  const id = freshId();
  for (const sent of await Promise.all([1, 2].map(() => submit(juniper, makeAddress, { id }))))
    expect(sent).toMatchObject({ status: "done" });
  const secret = await secretOf(juniper);
  expect(secret).not.toBe(before);
  expect((await ask(before)).status).toBe(404);
  expect((await ask(secret)).status).toBe(200);
});

test("an address that was replaced or stopped never opens again, whatever old form is sent again", async () => {
  const juniper = await aMember();
  const [first, second] = [freshId(), freshId()];
  await submit(juniper, makeAddress, { id: first });
  const replaced = await secretOf(juniper);
  await submit(juniper, makeAddress, { id: second });
  const stopped = await secretOf(juniper);
  expect(await submit(juniper, makeAddress, { id: first })).toMatchObject({
    status: "refused",
    message: expect.stringMatching(/gone stays gone/),
  });
  expect([(await ask(replaced)).status, (await ask(stopped)).status]).toEqual([404, 200]);
  await submit(juniper, stopAddress, {});
  for (const id of [first, second])
    expect(await submit(juniper, makeAddress, { id })).toMatchObject({ status: "refused" });
  expect([(await ask(replaced)).status, (await ask(stopped)).status]).toEqual([404, 404]);
  expect(await as(juniper, findAddress)).toBeNull();
  expect(await submit(juniper, makeAddress, {})).toMatchObject({ status: "done" });
  expect((await ask(await secretOf(juniper))).status).toBe(200);
});

test("stopped, it is a 404, and stopping twice is stopping once", async () => {
  const juniper = await aMember();
  const secret = await anAddress(juniper);
  for (const _ of [1, 2]) expect(await submit(juniper, stopAddress, {})).toMatchObject({ status: "done" });
  expect((await ask(secret)).status).toBe(404);
  expect(await as(juniper, findAddress)).toBeNull();
});

test("a wrong address, a gone one and one that cannot be are answered alike", async () => {
  const juniper = await aMember();
  const secret = await anAddress(juniper);
  const wrong = [freshSecret(), "x", "", `${secret}x`, "é\u0000'--", secret.slice(0, 21), "9".repeat(40)];
  const answers = await Promise.all(
    wrong.map(async (one) => {
      const response = await ask(one);
      return [response.status, await response.text(), [...response.headers]];
    }),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.[0]).toBe(404);
  expect((await ask(`${secret}.ics`)).status).toBe(200);
});

test("only circles in which they sit and are not paused stand there, and nobody else's commitments", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const lanterns = await aCircle(juniper, [heron]);
  const tides = await aCircle(heron, [juniper], { meetingDay: 2, meetingTime: "07:15" });
  const secret = await anAddress(juniper);
  expect(await titled(secret, "Circle meeting")).toHaveLength(24);
  await aCommitment(juniper, tides);
  await asSystem((db) =>
    db.membership.updateMany({
      where: { circleId: lanterns.id, userId: juniper.id },
      data: { pausedAt: new Date() },
    }),
  );
  expect(await titled(secret, "Circle meeting")).toHaveLength(12);
  await leave(juniper, tides);
  expect(await entries(secret)).toEqual([]);
});

test("of a circle that meets twice a week both meetings stand there, each under a name of its own", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper, [], {
    pace: "twice",
    timeZone: "Pacific/Apia",
    secondMeetingDay: 1,
    secondMeetingTime: "08:00",
  });
  const secret = await anAddress(juniper);
  const meetings = await titled(secret, "Circle meeting");
  expect(new Set(meetings.map(({ uid }) => uid)).size).toBe(24);
  const begins = meetings.map((one) => one.begins ?? "");
  // Thursday at six in the evening there is five in the morning in UTC; Monday at eight is Sunday at seven.
  expect(begins.filter((one) => one.endsWith("T050000Z"))).toHaveLength(12);
  expect(begins.filter((one) => one.endsWith("T190000Z"))).toHaveLength(12);
  await asMember(juniper.id, (db) =>
    db.circle.updateMany({ where: { id: circle.id }, data: { pace: "weekly" } }),
  );
  expect(await titled(secret, "Circle meeting")).toHaveLength(12);
});

test("what somebody said they would do stands there still when their circle joined another one, for as long as they sit there", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const stays = await aCircle(juniper);
  const joins = await aCircle(heron);
  await aCommitment(heron, joins);
  const secret = await anAddress(heron);
  const offer = await aMergeOffer(stays, joins, [juniper, heron]);
  await asSystem((db) => db.$queryRaw`select app.go_on_with_merge(${offer.id}::uuid)`);
  expect(await titled(secret, "A commitment")).toHaveLength(1);
  await leave(heron, stays);
  expect(await entries(secret)).toEqual([]);
});

test("an account that is about to go, or gone, has no calendar", async () => {
  const juniper = await aMember();
  const secret = await anAddress(juniper);
  const leavesAt = (at: Date | null) =>
    asSystem((db) => db.user.updateMany({ where: { id: juniper.id }, data: { leavesAt: at } }));
  await leavesAt(new Date(Date.now() + 7 * 86_400_000));
  expect((await ask(secret)).status).toBe(404);
  await leavesAt(null);
  expect((await ask(secret)).status).toBe(200);
});

test("nobody but its member sees, makes or stops an address", async () => {
  const [juniper, wren] = [await aMember(), await aMember()];
  const secret = await anAddress(juniper);
  expect(await as(wren, findAddress)).toBeNull();
  await submit(wren, stopAddress, {});
  await asMember(wren.id, async (db) => {
    expect(await db.calendarFeed.findMany()).toEqual([]);
    expect(await db.calendarFeed.deleteMany({ where: { userId: juniper.id } })).toEqual({ count: 0 });
  });
  expect((await ask(secret)).status).toBe(200);
  expect(await submit(null, makeAddress, {})).toMatchObject({
    status: "went",
    to: expect.stringMatching(/^\/sign-in/),
  });
});
