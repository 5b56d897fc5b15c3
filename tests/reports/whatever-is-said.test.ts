import { beforeEach, describe, expect, test } from "vitest";
import { findCircleWeek } from "@/lib/check-ins/queries";
import { asSystem } from "@/lib/db";
import { listOpenCircles } from "@/lib/listings/queries";
import { findMeeting } from "@/lib/meetings/queries";
import { openCase } from "@/lib/moderation/queries";
import { report } from "@/lib/reports/actions";
import { listSeatAsks } from "@/lib/seat-asks/queries";
import { showNote } from "@/lib/supporter-notes/actions";
import { listNotes } from "@/lib/supporter-notes/queries";
import { aCircle, aMember, type CircleOfTest, type Member } from "../factories";
import { aCheckIn, aCommitment, aMeeting, aWrittenTurn } from "../factories-of-circles";
import { aListing, aSeatAsk } from "../factories-of-finding";
import { aDecision, aModerator } from "../factories-of-safety";
import { aSupporterLink, aSupporterNote } from "../factories-of-supporters";
import { as, submit } from "../people";

let juniper: Member;
let heron: Member;
let wren: Member;
let sorrel: Member;
let curlew: Member;
let circle: CircleOfTest;

// Juniper holds a circle with Heron and Wren; Sorrel looks at it from outside; Curlew is a moderator.
beforeEach(async () => {
  [juniper, heron, wren, sorrel] = (await Promise.all(
    ["Juniper", "Heron", "Wren", "Sorrel"].map((name) => aMember({ name })),
  )) as [Member, Member, Member, Member];
  curlew = await aModerator();
  circle = await aCircle(juniper, [heron, wren]);
});

const send = (who: Member, about: string, thing: string, circleId = circle.id) =>
  submit(who, report, { about, circleId, thing, reason: "harassment", words: "It hurts." });
const newest = async (reporter: Member) => {
  const [row] = await asSystem((db) =>
    db.report.findMany({ where: { reporterId: reporter.id }, orderBy: { createdAt: "desc" } }),
  );
  if (!row) throw new Error("Nothing was reported.");
  return row;
};
const seenByModerator = async (reporter: Member) => {
  const { id } = await newest(reporter);
  return as(curlew, (viewer) => openCase(viewer, id));
};
const hide = async (reporter: Member) => aDecision(curlew, await newest(reporter), "hide");
const went = { status: "went", to: "/decisions?reported=1" };
const gone = { status: "not found" };

const weekOf = (who: Member) => as(who, (viewer) => findCircleWeek(viewer, circle.id));

describe("whatever somebody says can be reported, kept as it stood, and hidden from all but them", () => {
  test("a check-in, with what they said they would do", async () => {
    await aCheckIn(heron, circle, { line: "Words that hurt" });
    await aCommitment(heron, circle, { words: "More of them" });
    const of = async (who: Member) => (await weekOf(who))?.notes.find(({ alias }) => alias === "Heron");
    const thing = (await of(wren))?.reportAs ?? "";
    expect(await send(heron, "check-in", thing)).toEqual(gone);
    expect(await send(sorrel, "check-in", thing)).toEqual(gone);
    expect(await send(wren, "check-in", thing)).toEqual(went);
    expect(await newest(wren)).toMatchObject({ about: "check_in", reportedId: heron.id });
    expect(await seenByModerator(wren)).toMatchObject({
      kept: { alias: "Heron", body: "Words that hurt", around: [{ body: "More of them" }] },
      choices: ["none", "hide", "warn", "remove", "suspend", "close"],
    });
    await hide(wren);
    expect((await of(wren))?.checkIn).toBeNull();
    expect((await of(heron))?.checkIn).toMatchObject({ line: "Words that hurt" });
  });

  test("a commitment", async () => {
    const { id } = await aCommitment(heron, circle, { words: "Words that hurt" });
    expect(await send(heron, "commitment", id)).toEqual(gone);
    expect(await send(wren, "commitment", id)).toEqual(went);
    expect(await seenByModerator(wren)).toMatchObject({ kept: { alias: "Heron", body: "Words that hurt" } });
    await hide(wren);
    expect(JSON.stringify(await weekOf(wren))).not.toContain("Words that hurt");
    expect(JSON.stringify(await weekOf(heron))).toContain("Words that hurt");
  });

  test("what they wrote in a meeting, with what others wrote there", async () => {
    const meeting = await aMeeting(juniper, circle, { kind: "writing" });
    await aWrittenTurn(heron, meeting, { body: "Words that hurt" });
    await aWrittenTurn(juniper, meeting, { body: "A slow week." });
    const words = async (who: Member) => {
      const found = await as(who, (viewer) => findMeeting(viewer, circle.id, meeting.id));
      return found?.meeting.written?.steps.flatMap((step) => step.words) ?? [];
    };
    const thing = (await words(wren)).find(({ alias }) => alias === "Heron")?.reportAs ?? "";
    expect(await send(sorrel, "turn", thing)).toEqual(gone);
    expect(await send(wren, "turn", thing)).toEqual(went);
    expect(await seenByModerator(wren)).toMatchObject({
      kept: { alias: "Heron", body: "Words that hurt", around: [{ alias: "Juniper", body: "A slow week." }] },
    });
    const { id } = await hide(wren);
    expect((await words(wren)).map(({ alias }) => alias)).toEqual(["Juniper"]);
    expect((await words(heron)).map(({ alias }) => alias).sort()).toEqual(["Heron", "Juniper"]);
    expect(id).toBeDefined();
  });
});

test("an ask for a seat is reported by whoever looks after the circle, and hidden it is over", async () => {
  const { id } = await aSeatAsk(sorrel, circle, { words: "Words that hurt" });
  for (const who of [wren, sorrel]) expect(await send(who, "ask", id)).toEqual(gone);
  expect(await send(juniper, "ask", id)).toEqual(went);
  expect(await newest(juniper)).toMatchObject({ about: "ask", reportedId: sorrel.id });
  expect(await seenByModerator(juniper)).toMatchObject({
    kept: { alias: "Sorrel asks", body: "Words that hurt" },
    choices: ["none", "hide", "warn", "suspend", "close"],
  });
  await hide(juniper);
  expect(await as(juniper, (viewer) => listSeatAsks(viewer, circle.id))).toEqual([]);
});

test("a circle that lists itself is reported from outside, and hidden it is on the list no more", async () => {
  await aListing(juniper, circle, { listedWords: "Words that hurt" });
  expect(await send(sorrel, "listing", circle.id)).toEqual(went);
  const seen = await seenByModerator(sorrel);
  expect(seen?.kept?.body).toContain("Words that hurt");
  await hide(sorrel);
  const listed = await as(sorrel, listOpenCircles);
  expect(listed.circles.map(({ id }) => id)).not.toContain(circle.id);
  expect(await as(wren, ({ db }) => db.circle.count({ where: { id: circle.id } }))).toBe(1);
});

test("a note of a supporter is reported by the one who reads it: nobody wrote it who has an account, and nobody else sees it", async () => {
  const link = await aSupporterLink(wren);
  const { id } = await aSupporterNote(wren, link, "Words that hurt");
  expect(await send(heron, "note", id, id)).toEqual(gone);
  expect(await send(wren, "note", id, id)).toEqual(went);
  expect(await newest(wren)).toMatchObject({ about: "note", reportedId: null, circleId: null });
  expect(await seenByModerator(wren)).toMatchObject({
    kept: { body: "Words that hurt" },
    choices: ["none", "hide"],
  });
  // Somebody else's note of the same id is not touched.
  const theirs = await aSupporterLink(heron);
  await aSupporterNote(heron, theirs, "Words that help", id);
  await hide(wren);
  expect(await as(wren, (viewer) => listNotes(viewer))).toMatchObject([{ id, isHidden: true }]);
  expect(await as(heron, (viewer) => listNotes(viewer))).toMatchObject([{ id, isHidden: false }]);
  await submit(wren, showNote, { noteId: id });
  expect(await as(wren, (viewer) => listNotes(viewer))).toMatchObject([{ id, isHidden: false }]);
});
