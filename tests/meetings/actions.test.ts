import { describe, expect, test } from "vitest";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import {
  adoptAgreements,
  comeToMeeting,
  giveTurnOn,
  openMeeting,
  sayCommitment,
  stepMeeting,
} from "@/lib/meetings/actions";
import { closeMeetings } from "@/lib/meetings/close-meetings";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aMeeting } from "../factories-of-circles";
import { keepApart } from "../keep-apart";
import { as, submit } from "../people";
import { five, fiveMeeting, hoursPass, liveFor, pause, placeFor, pressOn, screenOf } from "./steps";

const weekdayIn = (days: number) => {
  const berlin = new Intl.DateTimeFormat("en", { timeZone: "Europe/Berlin", weekday: "short" });
  const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  return names.indexOf(berlin.format(new Date(Date.now() + days * 86_400_000))) + 1;
};
const nudgesOf = (member: Member) =>
  as(member, (viewer) =>
    viewer.db.nudge.findMany({
      select: { kind: true, aboutId: true, doneAt: true },
      orderBy: { kind: "asc" },
    }),
  );

describe("opening", () => {
  test("on the circle's day anybody opens the meeting, holds it, and everybody is expected", async () => {
    const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [await aMember({ name: "Alder" }), heron], {
      meetingDay: weekdayIn(0),
    });
    const form = { id: freshId(), circleId: circle.id, kind: "live", agenda: "weekly", minutes: 30 };
    expect(await submit(heron, openMeeting, form)).toEqual({
      status: "went",
      to: `/circles/${circle.id}/meeting`,
    });
    const place = await placeFor(juniper, circle);
    expect(place?.meeting).toMatchObject({
      id: form.id,
      isOpen: true,
      amHere: true,
      live: { holder: { alias: "Heron", isMe: false }, turn: { alias: "Juniper", isMe: true }, at: 0 },
    });
  });

  test("on other days those who look after the circle open it, and others are told so", async () => {
    const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
    // The day after tomorrow: no midnight makes it today.
    const circle = await aCircle(juniper, [await aMember({ name: "Alder" }), heron], {
      meetingDay: weekdayIn(3),
    });
    const form = { circleId: circle.id, kind: "live", minutes: 60 };
    expect(await submit(heron, openMeeting, form)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("does not meet today"),
    });
    expect((await placeFor(heron, circle))?.canOpen).toBe(false);
    expect(await submit(juniper, openMeeting, form)).toMatchObject({ status: "went" });
  });

  test("sent twice, or by two at once, one meeting is open", async () => {
    const { juniper, heron, wren, circle } = await five();
    await as(juniper, (viewer) =>
      viewer.db.circle.updateMany({ where: { id: circle.id }, data: { meetingDay: weekdayIn(0) } }),
    );
    const form = { id: freshId(), circleId: circle.id, kind: "live", minutes: 60 };
    const sent = await Promise.all([
      submit(juniper, openMeeting, form),
      submit(juniper, openMeeting, form),
      submit(heron, openMeeting, { ...form, id: freshId() }),
      submit(wren, openMeeting, { ...form, id: freshId() }),
    ]);
    for (const answer of sent)
      expect(answer).toEqual({ status: "went", to: `/circles/${circle.id}/meeting` });
    const open = await as(juniper, (viewer) => viewer.db.meeting.findMany({ select: { endedAt: true } }));
    expect(open).toEqual([{ endedAt: null }]);
  });

  test("nobody from outside opens one, and nobody by hand", async () => {
    const { juniper, circle } = await five();
    const outsider = await aMember();
    const form = { circleId: circle.id, kind: "live", minutes: 60 };
    expect(await submit(outsider, openMeeting, form)).toEqual({ status: "not found" });
    await expect(
      as(juniper, (viewer) =>
        viewer.db.meeting.createMany({
          data: {
            circleId: circle.id,
            id: freshId(),
            kind: "writing",
            agenda: "weekly",
            people: 5,
            beganSeat: 1,
            closesAt: new Date(Date.now() + 3_600_000),
          },
        }),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  test("the next meeting begins with the one after whoever began last time; the paused have no turn", async () => {
    const { juniper, heron, wren, alder, tern, circle } = await five();
    const order = async (opener: Member) => {
      const meeting = await aMeeting(opener, circle);
      const live = await liveFor(opener, meeting);
      return [live.turn, ...live.waiting].map((person) => person?.alias);
    };
    expect(await order(juniper)).toEqual(["Juniper", "Heron", "Wren", "Alder", "Tern"]);
    expect(await order(heron)).toEqual(["Heron", "Wren", "Alder", "Tern", "Juniper"]);
    await pause(wren, circle);
    expect(await order(tern)).toEqual(["Alder", "Tern", "Juniper", "Heron"]);
    await leave(alder, circle);
    expect(await order(juniper)).toEqual(["Tern", "Juniper", "Heron"]);
    expect(await order(juniper)).toEqual(["Juniper", "Heron", "Tern"]);
  });

  test("a circle's first meeting is offered its own agenda, later ones are not", async () => {
    const { juniper, circle } = await five();
    expect((await placeFor(juniper, circle))?.earlier).toEqual([]);
    await submit(juniper, openMeeting, {
      circleId: circle.id,
      kind: "live",
      agenda: "first",
      minutes: 60,
    });
    const place = await placeFor(juniper, circle);
    expect(place?.meeting?.live?.steps.map(({ key }) => key)).toEqual([
      "stories",
      "agreements",
      "when_to_meet",
      "close",
    ]);
  });

  test("one that was forgotten is over after six hours, and stands in nobody's way", async () => {
    const { juniper, heron, circle, meeting } = await fiveMeeting();
    await hoursPass(meeting, 6);
    expect((await placeFor(heron, circle))?.meeting).toBeNull();
    expect(
      await submit(juniper, openMeeting, { circleId: circle.id, kind: "live", minutes: 60 }),
    ).toMatchObject({ status: "went" });
    expect((await placeFor(heron, circle))?.meeting?.id).not.toBe(meeting.id);
  });
});

describe("moving on", () => {
  test("whoever holds it goes on, back, adds a minute, and ends it", async () => {
    const { juniper, heron, meeting } = await fiveMeeting();
    const press = async (to: string) =>
      submit(juniper, stepMeeting, { ...(await pressOn(juniper, meeting)), to });
    expect(await press("next")).toMatchObject({ status: "done" });
    expect(await liveFor(heron, meeting)).toMatchObject({ at: 1, step: { key: "exercise" }, turn: null });
    const before = (await liveFor(heron, meeting)).left;
    await press("more");
    const { left, added } = await liveFor(heron, meeting);
    expect(added).toBe(1);
    expect(left - before).toBeGreaterThan(55);
    await press("back");
    expect(await liveFor(heron, meeting)).toMatchObject({ at: 0, added: 0, turn: { alias: "Juniper" } });
    await press("back");
    expect(await liveFor(heron, meeting)).toMatchObject({ at: 0 });
    expect(await press("end")).toEqual({
      status: "went",
      to: `/circles/${meeting.circleId}/meetings/${meeting.id}`,
    });
    expect((await screenOf(heron, meeting)).isOpen).toBe(false);
    expect(
      await submit(juniper, stepMeeting, {
        circleId: meeting.circleId,
        meetingId: meeting.id,
        move: 5,
        to: "next",
      }),
    ).toMatchObject({ status: "refused", message: expect.stringContaining("This meeting is over") });
  });

  test("a press that is sent twice, or by two at once, moves on once", async () => {
    const { juniper, heron, meeting } = await fiveMeeting();
    const press = { ...(await pressOn(juniper, meeting)), to: "next" };
    const sent = await Promise.all([1, 2, 3].map(() => submit(juniper, stepMeeting, press)));
    expect(sent).toMatchObject([{ status: "done" }, { status: "done" }, { status: "done" }]);
    expect(await liveFor(heron, meeting)).toMatchObject({ at: 1 });
    // The page before was still open somewhere.
    expect(await submit(juniper, stepMeeting, press)).toMatchObject({ status: "done" });
    expect(await liveFor(heron, meeting)).toMatchObject({ at: 1 });
  });

  test("others are told who holds it, and take it by one press", async () => {
    const { juniper, heron, wren, meeting } = await fiveMeeting();
    const next = async (member: Member) =>
      submit(member, stepMeeting, { ...(await pressOn(member, meeting)), to: "next" });
    expect(await next(heron)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("Juniper holds this meeting just now"),
    });
    const named = { circleId: meeting.circleId, meetingId: meeting.id };
    await submit(heron, comeToMeeting, { ...named, as: "holder" });
    expect(await liveFor(wren, meeting)).toMatchObject({ holder: { alias: "Heron" } });
    expect(await next(heron)).toMatchObject({ status: "done" });
    expect(await next(juniper)).toMatchObject({ status: "refused" });
    // Whoever holds it leaves for good: it goes back to the one before.
    await leave(heron, { id: meeting.circleId });
    expect(await liveFor(wren, meeting)).toMatchObject({ holder: { alias: "Juniper" } });
  });

  test("nobody from outside, and nobody of another circle, moves a meeting on", async () => {
    const { juniper, tern, meeting, circle } = await fiveMeeting();
    const press = { ...(await pressOn(juniper, meeting)), to: "next" };
    await leave(tern, circle);
    const other = await aCircle(tern);
    expect(await submit(tern, stepMeeting, press)).toEqual({ status: "not found" });
    expect(await submit(tern, stepMeeting, { ...press, circleId: other.id })).toEqual({
      status: "not found",
    });
    expect(await liveFor(juniper, meeting)).toMatchObject({ at: 0 });
  });
});

describe("turns", () => {
  test("who has spoken says so, who passes comes later, who is not there is passed over", async () => {
    const { juniper, heron, wren, alder, meeting } = await fiveMeeting();
    const press = async (member: Member, how: string) =>
      submit(member, giveTurnOn, { ...(await pressOn(member, meeting)), how });
    const turn = async () => (await liveFor(wren, meeting)).turn?.alias;
    await press(juniper, "spoken");
    expect(await turn()).toBe("Heron");
    await press(heron, "passed");
    expect(await turn()).toBe("Wren");
    expect(await press(alder, "spoken")).toMatchObject({
      status: "refused",
      message: expect.stringContaining("Juniper holds this meeting"),
    });
    await press(juniper, "away");
    expect(await turn()).toBe("Alder");
    expect((await screenOf(wren, meeting)).amHere).toBe(false);
    await press(alder, "spoken");
    // Whoever holds it may say it for them.
    await press(juniper, "spoken");
    expect(await turn()).toBe("Heron");
    await press(heron, "passed");
    expect(await liveFor(heron, meeting)).toMatchObject({ turn: null, waiting: [] });
    // Back again: there is a turn for them after all.
    const named = { circleId: meeting.circleId, meetingId: meeting.id };
    await submit(wren, comeToMeeting, { ...named, as: "here" });
    expect(await turn()).toBe("Wren");
  });

  test("a press that was made on an earlier turn passes over nobody", async () => {
    const { juniper, heron, meeting } = await fiveMeeting();
    const press = { ...(await pressOn(juniper, meeting)), how: "spoken" };
    await Promise.all([1, 2].map(() => submit(juniper, giveTurnOn, press)));
    // And once more, from a page that shows the turn before.
    await submit(juniper, giveTurnOn, press);
    expect((await liveFor(heron, meeting)).turn?.alias).toBe("Heron");
  });

  test("each round begins anew, and where nobody has turns there are none", async () => {
    const { juniper, meeting } = await fiveMeeting();
    const step = async () =>
      submit(juniper, stepMeeting, { ...(await pressOn(juniper, meeting)), to: "next" });
    await submit(juniper, giveTurnOn, { ...(await pressOn(juniper, meeting)), how: "spoken" });
    await step();
    expect(
      await submit(juniper, giveTurnOn, { ...(await pressOn(juniper, meeting)), how: "spoken" }),
    ).toMatchObject({
      status: "done",
    });
    await step();
    expect(await liveFor(juniper, meeting)).toMatchObject({
      step: { key: "hot_seat" },
      turn: { alias: "Juniper" },
    });
  });

  test("for those who share nothing with each other the round goes on without the other", async () => {
    const { juniper, heron, wren, meeting } = await fiveMeeting();
    await keepApart(heron, juniper);
    for (const [member, other] of [
      [heron, juniper],
      [juniper, heron],
    ] as const) {
      const screen = await screenOf(member, meeting);
      expect(screen.people).toHaveLength(4);
      expect(JSON.stringify(screen)).not.toContain(`"${other.name}"`);
      expect(JSON.stringify(screen)).not.toContain(other.id);
    }
    expect((await liveFor(heron, meeting)).turn).toEqual({ alias: "Heron", isMe: true });
    expect((await liveFor(wren, meeting)).turn).toEqual({ alias: "Juniper", isMe: false });
    // Heron's own turn is Heron's to end, also while another's goes on elsewhere.
    await submit(heron, giveTurnOn, { ...(await pressOn(heron, meeting)), how: "spoken" });
    expect((await liveFor(heron, meeting)).turn).toEqual({ alias: "Wren", isMe: false });
    expect((await liveFor(wren, meeting)).turn).toEqual({ alias: "Juniper", isMe: false });
    await submit(juniper, giveTurnOn, { ...(await pressOn(juniper, meeting)), how: "spoken" });
    for (const member of [juniper, heron]) {
      expect((await liveFor(member, meeting)).turn).toEqual({ alias: "Wren", isMe: false });
    }
  });
});

describe("coming and agreeing", () => {
  test("somebody who joins the circle meanwhile comes last in the round", async () => {
    const { juniper, wren, circle } = await five();
    await pause(wren, circle);
    const meeting = await aMeeting(juniper, circle);
    const named = { circleId: circle.id, meetingId: meeting.id };
    expect((await screenOf(wren, meeting)).amHere).toBe(false);
    await Promise.all([1, 2].map(() => submit(wren, comeToMeeting, { ...named, as: "scribe" })));
    const live = await liveFor(juniper, meeting);
    expect(live.waiting.at(-1)).toEqual({ alias: "Wren", isMe: false });
    expect(live.scribe).toEqual({ alias: "Wren", isMe: false });
    expect((await screenOf(juniper, meeting)).people).toHaveLength(5);
  });

  test("each adopts the agreements for themselves, and the moment is kept with their seat", async () => {
    const { juniper, heron, meeting, circle } = await fiveMeeting({ agenda: "first" });
    const named = { circleId: circle.id, meetingId: meeting.id };
    const agreed = () =>
      as(juniper, (viewer) =>
        viewer.db.membership.findFirst({
          where: { circleId: circle.id, userId: heron.id },
          select: { agreedAt: true },
        }),
      );
    const before = await agreed();
    expect(await submit(heron, adoptAgreements, named)).toMatchObject({ status: "done" });
    expect(await submit(heron, adoptAgreements, named)).toMatchObject({ status: "done" });
    const screen = await screenOf(juniper, meeting);
    expect(screen.people.filter(({ adopted }) => adopted).map(({ alias }) => alias)).toEqual(["Heron"]);
    expect((await agreed())?.agreedAt.getTime()).toBeGreaterThan(before?.agreedAt.getTime() ?? Number.NaN);
    const weekly = await aMeeting(juniper, circle);
    expect(await submit(heron, adoptAgreements, { ...named, meetingId: weekly.id })).toEqual({
      status: "not found",
    });
  });

  test("a commitment typed as it is said is one for the week, and everybody sees it", async () => {
    const { juniper, heron, tern, meeting, circle } = await fiveMeeting();
    const form = {
      id: freshId(),
      circleId: circle.id,
      meetingId: meeting.id,
      words: "Write to two people from the fair by Thursday",
    };
    for (const _ of [1, 2])
      expect(await submit(heron, sayCommitment, form)).toMatchObject({ status: "done" });
    expect((await screenOf(juniper, meeting)).commitments).toMatchObject([
      { alias: "Heron", isMe: false, words: form.words },
    ]);
    await leave(tern, circle);
    expect(await submit(tern, sayCommitment, { ...form, id: freshId() })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("Your words are still here"),
    });
  });
});

describe("in writing", () => {
  test("the others are told once that it is open, and whoever opened it is not", async () => {
    const { juniper, heron, circle, meeting } = await fiveMeeting({ kind: "writing" });
    expect(await nudgesOf(juniper)).toEqual([]);
    expect(await nudgesOf(heron)).toEqual([
      { kind: "meeting-in-writing", aboutId: meeting.id, doneAt: null },
    ]);
    expect((await placeFor(heron, circle))?.meeting?.written?.steps).toHaveLength(5);
  });

  test("after 48 hours it is over for whoever looks; the worker closes it and tells who holds the circle", async () => {
    const { juniper, heron, circle, meeting } = await fiveMeeting({ kind: "writing" });
    await hoursPass(meeting, 48);
    expect((await placeFor(heron, circle))?.meeting).toBeNull();
    expect((await screenOf(heron, meeting)).isOpen).toBe(false);
    for (const _ of [1, 2]) await asSystem(closeMeetings);
    expect(await nudgesOf(juniper)).toEqual([{ kind: "meeting-ended", aboutId: meeting.id, doneAt: null }]);
    expect(await nudgesOf(heron)).toEqual([
      { kind: "meeting-in-writing", aboutId: meeting.id, doneAt: expect.any(Date) },
    ]);
  });
});
