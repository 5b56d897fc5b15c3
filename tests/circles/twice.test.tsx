import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import DescriptionPage from "@/app/(member)/circles/[circleId]/care/description/page";
import CirclePage from "@/app/(member)/circles/[circleId]/page";
import { weekNow } from "@/lib/check-ins/week";
import { describeCircle, openCircle } from "@/lib/circles/actions";
import { findCircle, findDescription, findInvitedCircle, listCircles } from "@/lib/circles/queries";
import { addDays, dayIn, weekdayOf } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { codeOf } from "@/lib/invitations/code";
import { findListing, findOpenCircle } from "@/lib/listings/queries";
import { openMeeting, stepMeeting } from "@/lib/meetings/actions";
import { findSmallCircle } from "@/lib/merges/queries";
import { findRoles } from "@/lib/roles/queries";
import { aCircle, aMember, anInvitation, type Member } from "../factories";
import { aMergeOffer } from "../factories-of-circles";
import { aListing } from "../factories-of-finding";
import { placeFor, pressOn } from "../meetings/steps";
import { as, submit, visit } from "../people";

/* A circle that meets twice a week: how it is said, changed and kept, and who is told. */

const told = {
  name: "Harbour walkers",
  purpose: "People between jobs in shipping.",
  language: "English",
  timeZone: "Europe/Berlin",
  meetingDay: 2,
  meetingTime: "19:30",
};
const both = { pace: "twice", secondMeetingDay: 5, secondMeetingTime: "12:00" } as const;
const kept = (member: Member, { id }: { id: string }) =>
  as(member, (viewer) => findDescription(viewer, id)).then(
    (circle) => circle && [circle.meetingDay, circle.pace, circle.secondMeetingDay, circle.secondMeetingTime],
  );
const describeIt = (member: Member, circle: { id: string }, more: object = {}) =>
  submit(member, describeCircle, { ...told, circleId: circle.id, ...more });
const wordsOf = async (
  page: typeof CirclePage | typeof DescriptionPage,
  member: Member,
  { id }: { id: string },
) => {
  const answer = await visit(member, () =>
    page({ params: Promise.resolve({ circleId: id }), searchParams: Promise.resolve({}) }),
  );
  if (!("shown" in answer)) throw new Error("The page was not shown.");
  return renderToStaticMarkup(answer.shown)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ ([.,])/g, "$1");
};

describe("how often a circle meets is said where its day and time are", () => {
  test("as it is opened, twice sent or once", async () => {
    const juniper = await aMember();
    const form = { ...told, ...both, id: freshId(), alias: "Juniper" };
    for (const _ of [1, 2])
      expect(await submit(juniper, openCircle, form)).toEqual({ status: "went", to: `/circles/${form.id}` });
    expect(await kept(juniper, form)).toEqual([2, "twice", 5, "12:00"]);
    expect(await as(juniper, listCircles)).toHaveLength(1);
  });

  test.each<[how: string, said: object, kept: unknown[]]>([
    ["with a day and a time", both, ["twice", 5, "12:00"]],
    ["with a day alone: at the time of the first", { ...both, secondMeetingTime: "" }, ["twice", 5, "19:30"]],
    ["without a day yet", { ...both, secondMeetingDay: "" }, ["twice", null, null]],
    ["once, whatever else the form holds", { ...both, pace: "weekly" }, ["weekly", null, null]],
  ])("and later: %s", async (_how, said, expected) => {
    const juniper = await aMember();
    const circle = await aCircle(juniper, [], {
      pace: "twice",
      secondMeetingDay: 7,
      secondMeetingTime: "10:00",
    });
    expect(await describeIt(juniper, circle, said)).toMatchObject({ status: "went" });
    expect((await kept(juniper, circle))?.slice(1)).toEqual(expected);
  });

  test.each<[field: string, value: unknown, says: RegExp]>([
    ["secondMeetingDay", 2, /another day than the first/],
    ["secondMeetingDay", 8, /choose a day/],
    ["secondMeetingDay", "Friday", /choose a day/],
    ["secondMeetingTime", "25:00", /give a time/],
    ["pace", "daily", /how often/],
  ])("%s %j is asked for again, and everything typed stays", async (field, value, says) => {
    const juniper = await aMember();
    const circle = await aCircle(juniper);
    expect(await describeIt(juniper, circle, { ...both, [field]: value })).toMatchObject({
      status: "invalid",
      fieldErrors: { [field]: expect.stringMatching(says) },
      values: { name: [told.name], [field]: [String(value)] },
    });
    expect(await kept(juniper, circle)).toEqual([4, "weekly", null, null]);
  });

  test("a form from before circles could meet twice changes nothing about that, but for a first day that is the second", async () => {
    const juniper = await aMember();
    const circle = await aCircle(juniper, [], { ...both, meetingDay: 4 });
    await describeIt(juniper, circle);
    expect(await kept(juniper, circle)).toEqual([2, "twice", 5, "12:00"]);
    await describeIt(juniper, circle, { meetingDay: 5 });
    expect(await kept(juniper, circle)).toEqual([5, "twice", null, null]);
  });

  test("the database keeps no half of a second moment, none on the first day, and none for who meets once", async () => {
    const juniper = await aMember();
    for (const wrong of [
      { ...both, secondMeetingTime: null },
      { ...both, secondMeetingDay: null },
      { ...both, secondMeetingDay: 4 },
      { ...both, secondMeetingDay: 8 },
      { ...both, secondMeetingTime: "noon" },
      { ...both, pace: "weekly" as const },
    ])
      await expect(aCircle(juniper, [], wrong)).rejects.toThrow();
    const circle = await aCircle(juniper, [], both);
    const half = asMember(juniper.id, (db) =>
      db.circle.updateMany({ where: { id: circle.id }, data: { secondMeetingTime: null } }),
    );
    await expect(half).rejects.toThrow();
  });
});

test("while the second day is open, whoever looks after the circle is asked for it, and nobody else", async () => {
  const [juniper, heron, wren] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  const circle = await aCircle(juniper, [heron, wren], { pace: "twice" });
  const asks = /Which second day suits you\?.*Choose the second day/;
  // Heron stands beside Juniper, since nobody holds a circle alone.
  expect(await wordsOf(CirclePage, juniper, circle)).toMatch(asks);
  expect(await wordsOf(CirclePage, heron, circle)).toMatch(asks);
  expect(await wordsOf(CirclePage, wren, circle)).not.toMatch(/second day/);
  expect(await wordsOf(DescriptionPage, juniper, circle)).toMatch(/Second day.*We choose it later/);
  await describeIt(juniper, circle, both);
  expect(await wordsOf(CirclePage, juniper, circle)).not.toMatch(/second day/);
  await describeIt(juniper, circle, { pace: "weekly" });
  expect(await wordsOf(CirclePage, juniper, circle)).not.toMatch(/second day/);
});

describe("both meetings are said", () => {
  const now = new Date("2026-11-26T12:00:00Z");
  const thursdays = { pace: "twice", secondMeetingDay: 1, secondMeetingTime: "08:00" } as const;

  test("on the circle's page, by its clock and by mine", async () => {
    const juniper = await aMember({ timeZone: "Pacific/Apia" });
    const circle = await aCircle(juniper, [], { ...thursdays, timeZone: "America/Sao_Paulo" });
    const meeting = (await as(juniper, (viewer) => findCircle({ ...viewer, now }, circle.id)))?.meeting;
    expect(meeting).toMatchObject({
      weekly: "Thursdays at 18:00 and Mondays at 08:00",
      next: "Thursday, 26 November at 18:00",
      forMe: { next: "Friday, 27 November at 10:00" },
      other: { next: "Monday, 30 November at 08:00", forMe: { briefly: "Tuesday, 1 December at 00:00" } },
    });
    const after = new Date("2026-11-26T22:30:00Z");
    const later = (await as(juniper, (viewer) => findCircle({ ...viewer, now: after }, circle.id)))?.meeting;
    expect([later?.next, later?.other?.next]).toEqual([
      "Monday, 30 November at 08:00",
      "Thursday, 3 December at 18:00",
    ]);
    expect(await wordsOf(CirclePage, juniper, circle)).toMatch(
      /Thursdays at 18:00 and Mondays at 08:00, Sao Paulo time\..*in Sao Paulo; for you [^.]*\. Then .*in Sao Paulo; for you/,
    );
  });

  test("to those whom it invites, and to those outside who look for a seat", async () => {
    const [juniper, heron, outsider] = [
      await aMember(),
      await aMember({ name: "Heron" }),
      await aMember({ timeZone: "America/New_York" }),
    ];
    const circle = await aCircle(juniper, [heron], thursdays);
    const code = codeOf(await anInvitation(juniper, circle));
    const invited = await as(outsider, (viewer) =>
      findInvitedCircle({ db: viewer.db, now: viewer.now, viewer }, code),
    );
    expect(invited?.meeting.weekly).toBe("Thursdays at 18:00 and Mondays at 08:00");
    await aListing(juniper, circle);
    expect(await as(juniper, (viewer) => findListing(viewer, circle.id))).toMatchObject({
      pace: "twice",
      weekly: "Thursdays at 18:00 and Mondays at 08:00",
    });
    expect(await as(outsider, (viewer) => findOpenCircle({ ...viewer, now }, circle.id))).toMatchObject({
      pace: "twice",
      meets: "Thursdays at 12:00 and Mondays at 02:00, New York time",
    });
  });

  test("to another circle with which it could become one", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const [large, little] = [await aCircle(juniper, [], thursdays), await aCircle(heron)];
    await aMergeOffer(large, little, [juniper]);
    expect((await as(heron, (viewer) => findSmallCircle(viewer, little.id)))?.offer?.meets).toBe(
      "Thursdays at 18:00 and Mondays at 08:00, Berlin time",
    );
  });

  test("on the schedule of roles, where one turn holds both", async () => {
    const juniper = await aMember();
    const circle = await aCircle(juniper, [await aMember({ name: "Heron" })], thursdays);
    const weeks = (await as(juniper, (viewer) => findRoles(viewer, circle.id)))?.weeks ?? [];
    expect(weeks).toHaveLength(8);
    for (const { meets } of weeks)
      expect(meets).toMatch(/^Monday, \d+ \w+( \d+)? and Thursday, \d+ \w+( \d+)?$/);
    expect(weeks[0]?.facilitator).toMatchObject({ alias: "Juniper" });
  });
});

test("two meetings in one week are two meetings, and anybody opens either on its day", async () => {
  const zone = "Europe/Berlin";
  const today = dayIn(zone, new Date());
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const people = [await aMember({ name: "Alder" }), heron];
  // The first of the two was three days ago, the second is today.
  const circle = await aCircle(juniper, people, {
    ...both,
    meetingDay: weekdayOf(addDays(today, -3)),
    secondMeetingDay: weekdayOf(today),
  });
  const open = async (who: Member) => {
    const form = { id: freshId(), circleId: circle.id, kind: "live", agenda: "weekly", minutes: 60 };
    expect(await submit(who, openMeeting, form)).toMatchObject({ status: "went" });
    return { circleId: circle.id, id: form.id };
  };
  // On the day of the first somebody who looks after it opened one; it is over.
  const first = await open(juniper);
  await submit(juniper, stepMeeting, { ...(await pressOn(juniper, first)), to: "end" });
  const second = await open(heron);
  const place = await placeFor(juniper, circle);
  expect(place?.meeting?.id).toBe(second.id);
  expect(place?.earlier.map(({ id }) => id)).toEqual([first.id]);
  expect(place?.isDay).toBe(true);
});

test("check-ins and commitments stay weekly: the week is the one that begins on the first day", () => {
  const circle = { meetingDay: 4, secondMeetingDay: 1, timeZone: "Europe/Berlin" };
  for (const day of ["2026-11-26", "2026-11-30", "2026-12-02"])
    expect(weekNow(circle, new Date(`${day}T12:00:00Z`))).toEqual({
      first: "2026-11-26",
      last: "2026-12-02",
    });
});
