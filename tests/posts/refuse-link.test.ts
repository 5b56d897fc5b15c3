import { beforeEach, describe, expect, test } from "vitest";
import { takeBreak } from "@/lib/absences/actions";
import { checkIn } from "@/lib/check-ins/actions";
import { describeCircle, openCircle, writeAgreements } from "@/lib/circles/actions";
import { freshId } from "@/lib/ids";
import { listCircle } from "@/lib/listings/actions";
import { sayCommitment } from "@/lib/meetings/actions";
import { isMeetingLink } from "@/lib/posts/links";
import { askForSeat } from "@/lib/seat-asks/actions";
import { writeTurn } from "@/lib/written-turns/actions";
import { aCircle, aMember, type CircleOfTest, type Member } from "../factories";
import { aMeeting } from "../factories-of-circles";
import { aPost, aReply } from "../factories-of-posts";
import { submit } from "../people";

let tern: Member;
let wren: Member;
let circle: CircleOfTest;

// Tern came today and holds a circle; Wren has been here for long.
beforeEach(async () => {
  tern = await aMember({ name: "Tern", createdAt: new Date() });
  wren = await aMember({ name: "Wren" });
  circle = await aCircle(tern, [wren]);
});

const LINK = "Earn at easymoney.store";
const described = {
  name: "Lanterns",
  purpose: "People between jobs.",
  language: "English",
  timeZone: "Europe/Berlin",
  meetingDay: 4,
  meetingTime: "18:00",
  videoLink: "",
};

/** Every short place that others read, with a way to fill it. */
const places: [string, (who: Member, words: string) => Promise<unknown>][] = [
  [
    "the line of a check-in",
    (who, line) =>
      submit(who, checkIn, {
        circleId: circle.id,
        word: "steady",
        line,
        need: "listen",
        id1: freshId(),
        id2: freshId(),
        id3: freshId(),
      }),
  ],
  [
    "a commitment",
    (who, words1) =>
      submit(who, checkIn, {
        circleId: circle.id,
        word: "steady",
        need: "listen",
        id1: freshId(),
        id2: freshId(),
        id3: freshId(),
        words1: `Write to two people by Thursday. ${words1}`,
      }),
  ],
  [
    "a commitment said at a meeting",
    async (who, words) =>
      submit(who, sayCommitment, {
        id: freshId(),
        circleId: circle.id,
        meetingId: (await aMeeting(wren, circle)).id,
        words,
      }),
  ],
  [
    "a written turn",
    async (who, body) =>
      submit(who, writeTurn, {
        circleId: circle.id,
        meetingId: (await aMeeting(wren, circle, { kind: "writing" })).id,
        step: "check_in",
        body,
      }),
  ],
  ["the line of a break", (who, line) => submit(who, takeBreak, { circleId: circle.id, line })],
  ["a listing", (who, words) => submit(who, listCircle, { circleId: circle.id, words, takesUpTo: 6 })],
  [
    "whom a circle is for",
    (who, purpose) => submit(who, describeCircle, { circleId: circle.id, ...described, purpose }),
  ],
  [
    "what a circle agrees on",
    (who, agreements) => submit(who, writeAgreements, { circleId: circle.id, agreements }),
  ],
];

describe("a link of somebody new", () => {
  test.each(places)(
    "cannot wait in %s, so it is refused, and taken once they were answered",
    async (_, fill) => {
      expect(await fill(tern, LINK)).toMatchObject({
        status: "refused",
        fieldErrors: expect.objectContaining({}),
        message: expect.stringContaining("In your first week here a link waits"),
      });
      expect(await fill(tern, "No link at all.")).not.toMatchObject({ status: "refused" });
      const post = await aPost(tern, circle, { body: "Hello." });
      await aReply(wren, post);
      expect(await fill(tern, LINK)).not.toMatchObject({ status: "refused" });
    },
  );

  test("cannot wait in a circle that is opened, or in an ask for a seat", async () => {
    const opens = { id: freshId(), alias: "Tern", ...described };
    expect(await submit(tern, openCircle, { ...opens, purpose: LINK })).toMatchObject({ status: "refused" });
    expect(await submit(tern, openCircle, opens)).toMatchObject({ status: "went" });
    const ask = { id: freshId(), circleId: freshId(), alias: "Tern", words: LINK, agreed: true };
    expect(await submit(tern, askForSeat, ask)).toMatchObject({ status: "refused" });
    expect(await submit(wren, askForSeat, ask)).toEqual({ status: "not found" });
  });

  test("to a room at a known service opens a circle all the same", async () => {
    const opens = (videoLink: string) => ({ id: freshId(), alias: "Tern", ...described, videoLink });
    expect(await submit(tern, openCircle, opens("https://easymoney.store/join"))).toMatchObject({
      status: "refused",
      fieldErrors: { videoLink: expect.stringContaining("known meeting service") },
    });
    expect(await submit(tern, openCircle, opens("https://meet.jit.si/lanterns"))).toMatchObject({
      status: "went",
    });
    expect(isMeetingLink("https://zoom.us.example.org/j/1")).toBe(false);
    expect(isMeetingLink("https://us02web.zoom.us/j/1")).toBe(true);
  });

  test("of whoever has been here for a week is none of our business", async () => {
    expect(await submit(wren, takeBreak, { circleId: circle.id, line: LINK })).toMatchObject({
      status: "done",
    });
  });
});
