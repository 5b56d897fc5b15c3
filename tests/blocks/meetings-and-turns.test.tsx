import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import MeetingPage from "@/app/(member)/circles/[circleId]/meeting/page";
import PastPage from "@/app/(member)/circles/[circleId]/meetings/[meetingId]/page";
import RolesPage from "@/app/(member)/circles/[circleId]/roles/page";
import { eraseMember } from "@/lib/accounts/erase-member";
import { findHealth } from "@/lib/circle-health/queries";
import { asSystem } from "@/lib/db";
import { comeToMeeting, stepMeeting } from "@/lib/meetings/actions";
import { findMeeting, findMeetingPlace } from "@/lib/meetings/queries";
import { findRoles } from "@/lib/roles/queries";
import { connected } from "../database/connect";
import { aCircle, aMember, type CircleOfTest, type Member } from "../factories";
import { aLanding, aMeeting, aWrittenTurn } from "../factories-of-circles";
import { keepApart } from "../keep-apart";
import { pressOn } from "../meetings/steps";
import { as, submit, visit } from "../people";

vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({ refresh: () => {} }),
}));

let juniper: Member, alder: Member, heron: Member, marten: Member, tern: Member, wren: Member;
let circle: CircleOfTest;

// Juniper holds the circle, and Alder with her; Heron and Wren share nothing with each other.
beforeEach(async () => {
  [juniper, alder, heron, marten, tern, wren] = (await Promise.all(
    ["Juniper", "Alder", "Heron", "Marten", "Tern", "Wren"].map((name) => aMember({ name })),
  )) as [Member, Member, Member, Member, Member, Member];
  circle = await aCircle(juniper, [alder, heron, marten, tern, wren]);
});

const erase = (member: Member) =>
  asSystem(async (db) => {
    await db.user.updateMany({ where: { id: member.id }, data: { leavesAt: new Date(0) } });
    expect(await eraseMember(db, member.id)).toBe(true);
  });

/** What Wren reads on a page, without the ids that each reading of a form mints. */
async function page(shown: (props: never) => unknown, meetingId = "") {
  const params = Promise.resolve({ circleId: circle.id, meetingId });
  const answer = await visit(wren, async () => shown({ params, searchParams: Promise.resolve({}) } as never));
  if (!("shown" in answer)) throw new Error(`The page was not shown: ${JSON.stringify(answer)}`);
  return renderToStaticMarkup(answer.shown as ReactElement)
    .replace(/<input[^>]*name="id"[^>]*>/g, "")
    .replace(/name="(draft\w*|\w*[iI]d)" value="[^"]*"/g, "")
    .replace(/\d+:\d\d/g, "");
}

/** The clock goes on between two looks. */
const stopped = (seen: unknown): unknown =>
  JSON.parse(JSON.stringify(seen, (key, value) => (["asOf", "left", "tag"].includes(key) ? 0 : value)));

const meetingSeen = async (meetingId: string) => ({
  place: stopped(await as(wren, (viewer) => findMeetingPlace(viewer, circle.id))),
  one: stopped(await as(wren, (viewer) => findMeeting(viewer, circle.id, meetingId))),
  room: await page(MeetingPage as never),
  past: await page(PastPage as never, meetingId),
});

describe("a block looks to the letter as if the account were erased", () => {
  test("in a live meeting, with the turn and the meeting in the other's hands", async () => {
    const meeting = await aMeeting(heron, circle);
    await submit(heron, comeToMeeting, { circleId: circle.id, meetingId: meeting.id, as: "scribe" });
    await keepApart(heron, wren);
    const hidden = await meetingSeen(meeting.id);
    expect(hidden.room).not.toMatch(/Heron|Somebody else/);
    // It moves on, so somebody holds it: whoever is first among those whom Wren sees.
    expect(hidden.room).toMatch(/Juniper<\/bdi> holds this meeting\./);
    await erase(heron);
    expect(await meetingSeen(meeting.id)).toEqual(hidden);
  });

  test("in a meeting in writing, and when it is over", async () => {
    const meeting = await aMeeting(juniper, circle, { kind: "writing" });
    await aWrittenTurn(heron, meeting, { body: "A heavy week." });
    await aWrittenTurn(alder, meeting, { body: "A light week." });
    await keepApart(wren, heron);
    const hidden = await meetingSeen(meeting.id);
    expect(hidden.room).toContain("A light week.");
    expect(hidden.room).not.toMatch(/A heavy week|Heron|Somebody else/);
    await erase(heron);
    expect(await meetingSeen(meeting.id)).toEqual(hidden);
  });

  test("in a meeting that is over, and where none is open yet", async () => {
    const meeting = await aMeeting(heron, circle);
    await submit(alder, comeToMeeting, { circleId: circle.id, meetingId: meeting.id, as: "scribe" });
    await submit(heron, stepMeeting, { ...(await pressOn(heron, meeting)), to: "end" });
    await keepApart(heron, wren);
    const hidden = await meetingSeen(meeting.id);
    expect(hidden.past).toContain("Alder was there.");
    expect(hidden.past).not.toMatch(/Heron|omebody else/);
    await erase(heron);
    expect(await meetingSeen(meeting.id)).toEqual(hidden);
  });

  test("in how many were heard, where the other held a meeting", async () => {
    const meeting = await aMeeting(heron, circle);
    await submit(wren, comeToMeeting, { circleId: circle.id, meetingId: meeting.id, as: "scribe" });
    const week = async () => (await as(wren, (viewer) => findHealth(viewer, circle.id)))?.showedUp;
    expect((await week())?.weeks.at(-1)).toMatchObject({ heard: 2, there: 6 });
    await keepApart(heron, wren);
    const hidden = await week();
    expect(hidden?.weeks.at(-1)).toMatchObject({ heard: 1, there: 5 });
    await erase(heron);
    expect(await week()).toEqual(hidden);
  });

  test("in the schedule of turns, this week and in those that come", async () => {
    // The other keeps the time now, and holds the circle next.
    await connected("admin", (admin) =>
      admin.query(
        "update rotations set starts_on = starts_on - 28, turned_on = turned_on - 28 where circle_id = $1",
        [circle.id],
      ),
    );
    await keepApart(heron, wren);
    const seen = async () => ({
      roles: await as(wren, (viewer) => findRoles(viewer, circle.id)),
      page: await page(RolesPage as never),
    });
    const hidden = await seen();
    expect(hidden.roles?.weeks.map((week) => [week.facilitator?.alias, week.timekeeper?.alias])).toEqual([
      ...Array(4).fill(["Alder", "Marten"]),
      ...Array(4).fill(["Marten", "Tern"]),
    ]);
    await erase(heron);
    expect(await seen()).toEqual(hidden);
  });
});

test("no week is without somebody, and everybody's own turns stay where they truly are", async () => {
  await connected("admin", (admin) =>
    admin.query("update rotations set every = 1 where circle_id = $1", [circle.id]),
  );
  const weeksOf = async (member: Member) =>
    (await as(member, (viewer) => findRoles(viewer, circle.id)))?.weeks ?? [];
  const mine = async (member: Member) =>
    (await weeksOf(member)).map((week) => [week.facilitator?.isMe ?? false, week.timekeeper?.isMe ?? false]);
  const before = [await mine(heron), await mine(wren)];
  await keepApart(heron, wren);
  expect([await mine(heron), await mine(wren)]).toEqual(before);
  for (const member of [heron, wren]) {
    const weeks = await weeksOf(member);
    expect(weeks).toHaveLength(8);
    for (const { facilitator, timekeeper } of weeks) {
      expect(facilitator).not.toBeNull();
      expect(timekeeper).not.toBeNull();
      expect(facilitator?.alias).not.toBe(timekeeper?.alias);
    }
  }
});

test("whoever holds the circle and is hidden is named as on the circle's page: by who stands beside", async () => {
  await keepApart(juniper, wren);
  const roles = await as(wren, (viewer) => findRoles(viewer, circle.id));
  expect(roles?.now).toMatchObject({ facilitator: { alias: "Alder" }, timekeeper: { alias: "Heron" } });
  const place = await as(wren, (viewer) => findMeetingPlace(viewer, circle.id));
  expect(place?.holder).toBe("Alder");
});

test("whoever landed reads at once that no seat is free where somebody sits whom they do not see", async () => {
  const seat = () =>
    connected("admin", async (admin) => {
      await admin.query("begin");
      await admin.query("select set_config('app.viewer', $1, true)", [wren.id]);
      const { rows } = await admin.query<{ has_seat: boolean }>("select has_seat from app.my_landings()");
      await admin.query("rollback");
      return rows[0]?.has_seat;
    });
  await aLanding(wren, circle);
  expect(await seat()).toBe(true);
  await keepApart(heron, wren);
  expect(await seat()).toBe(false);
});
