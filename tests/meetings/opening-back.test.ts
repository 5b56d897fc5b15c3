import { expect, test } from "vitest";
import { freshId } from "@/lib/ids";
import { adoptAgreements, openMeeting, takeOpeningBack } from "@/lib/meetings/actions";
import { writeTurn } from "@/lib/written-turns/actions";
import { aMember, type Member } from "../factories";
import { keepApart } from "../keep-apart";
import { as, submit } from "../people";
import { fiveMeeting, placeFor, screenOf } from "./steps";

type Open = { circleId: string; id: string };

const takeBack = (member: Member, { circleId, id: meetingId }: Open, instead: "live" | "nothing") =>
  submit(member, takeOpeningBack, { id: freshId(), circleId, meetingId, instead, minutes: 30 });
const write = (member: Member, { circleId, id: meetingId }: Open) =>
  submit(member, writeTurn, { circleId, meetingId, step: "hot_seat", body: "A heavy week." });
const onNoDay = (member: Member, { circleId }: Open) =>
  as(member, (viewer) =>
    viewer.db.circle.updateMany({
      where: { id: circleId },
      data: { meetingDay: ((new Date().getUTCDay() + 2) % 7) + 1 },
    }),
  );

test("whoever asked for live is told what is open, and makes it live while nobody has written", async () => {
  const { juniper, heron, wren, circle, meeting } = await fiveMeeting({ kind: "writing" });
  await onNoDay(juniper, meeting);
  const live = { id: freshId(), circleId: circle.id, kind: "live", agenda: "weekly", minutes: 30 };
  expect(await submit(juniper, openMeeting, live)).toEqual({
    status: "went",
    to: `/circles/${circle.id}/meeting?asked=live`,
  });
  expect((await placeFor(juniper, circle))?.canTakeOpeningBack).toBe(true);
  const press = { ...live, meetingId: meeting.id, instead: "live" };
  for (const _ of [1, 2])
    expect(await submit(juniper, takeOpeningBack, press)).toEqual({
      status: "went",
      to: `/circles/${circle.id}/meeting`,
    });
  const place = await placeFor(heron, circle);
  expect(place?.meeting).toMatchObject({
    kind: "live",
    agenda: "weekly",
    live: { holder: { alias: "Juniper" } },
  });
  expect(place?.meeting?.live?.steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0)).toBe(30);
  // Nothing is left of the other one, and nobody is asked to write in it.
  expect(place?.earlier).toEqual([]);
  const asked = await as(wren, (viewer) => viewer.db.nudge.count({ where: { doneAt: null } }));
  expect(asked).toBe(0);
});

test("one that was opened by mistake is closed again, by whoever opened it or may open one", async () => {
  const { juniper, heron, tern, circle, meeting } = await fiveMeeting({ kind: "writing" });
  await onNoDay(juniper, meeting);
  expect((await placeFor(tern, circle))?.canTakeOpeningBack).toBe(false);
  expect(await takeBack(tern, meeting, "nothing")).toMatchObject({
    status: "refused",
    message: expect.stringContaining("does not meet today"),
  });
  expect(await takeBack(await aMember(), meeting, "nothing")).toEqual({ status: "not found" });
  for (const _ of [1, 2])
    expect(await takeBack(juniper, meeting, "nothing")).toMatchObject({ status: "went" });
  expect(await placeFor(heron, circle)).toMatchObject({ meeting: null, earlier: [] });
});

test("once somebody has written or agreed, it stays open", async () => {
  const { juniper, heron, circle, meeting } = await fiveMeeting({ kind: "writing", agenda: "weekly" });
  await write(heron, meeting);
  expect((await placeFor(juniper, circle))?.canTakeOpeningBack).toBe(false);
  expect(await takeBack(juniper, meeting, "live")).toMatchObject({
    status: "refused",
    message: expect.stringContaining("stays open"),
  });
  expect((await screenOf(heron, meeting)).isOpen).toBe(true);

  const first = await fiveMeeting({ kind: "writing", agenda: "first" });
  await submit(first.heron, adoptAgreements, { circleId: first.circle.id, meetingId: first.meeting.id });
  expect(await takeBack(first.juniper, first.meeting, "nothing")).toMatchObject({ status: "refused" });
});

test("whoever writes at the moment at which it is closed keeps their words, in it or with a sentence", async () => {
  const { juniper, heron, meeting } = await fiveMeeting({ kind: "writing" });
  const [closed, written] = await Promise.all([takeBack(juniper, meeting, "nothing"), write(heron, meeting)]);
  if (closed.status === "went") expect(["refused", "not found"]).toContain(written.status);
  else expect([closed.status, written.status]).toEqual(["refused", "done"]);
});

test("words that one does not see are no reason that one is told, and are kept", async () => {
  const { juniper, heron, wren, circle, meeting } = await fiveMeeting({ kind: "writing" });
  await write(heron, meeting);
  await keepApart(heron, juniper);
  expect((await placeFor(juniper, circle))?.canTakeOpeningBack).toBe(true);
  expect(await takeBack(juniper, meeting, "nothing")).toMatchObject({ status: "went" });
  expect((await placeFor(juniper, circle))?.meeting).toBeNull();
  expect((await screenOf(wren, meeting)).written?.steps[2]?.words).toMatchObject([{ body: "A heavy week." }]);
});

test("a live meeting is not taken back by this", async () => {
  const { juniper, meeting } = await fiveMeeting();
  expect(await takeBack(juniper, meeting, "nothing")).toEqual({ status: "not found" });
});
