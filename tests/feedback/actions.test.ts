import { describe, expect, test } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import {
  beginLetter,
  bringRequestBack,
  changeLetter,
  chooseFollowUpDay,
  deleteRequest,
  keepAnswer,
  putAnswerInJar,
  sayAsked,
  sayFollowedUp,
  saySilent,
  takeStepBack,
  tieToSetback,
} from "@/lib/feedback/actions";
import { findDeletedRequest, findRequest, listRequests } from "@/lib/feedback/queries";
import { freshId } from "@/lib/ids";
import { takeOutOfJar } from "@/lib/jar/actions";
import { listJar } from "@/lib/jar/queries";
import { isSealed } from "@/lib/private-words";
import { deleteWin } from "@/lib/wins/actions";
import { listWins } from "@/lib/wins/queries";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aFeedbackRequest, aFeedbackTemplate } from "../factories-of-feedback";
import { aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";

const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const requestOf = (member: Member, id: string) => as(member, (viewer) => findRequest(viewer, id));
const requestsOf = async (member: Member) =>
  (await as(member, (viewer) => listRequests(viewer))).flatMap(({ requests }) => requests);
const winsOf = async (member: Member) => (await as(member, (viewer) => listWins(viewer))).wins;
const jarOf = (member: Member) => as(member, (viewer) => listJar(viewer));

const beginning = () => ({
  id: freshId(),
  artefact: "resume",
  askedOf: "employer",
  template: "resume-employer",
  name: "Ms Tern",
  role: "Dispatcher",
});

describe("beginning a letter", () => {
  test("fills it as far as it was filled, and keeps it for its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const form = beginning();
    expect(await submit(juniper, beginLetter, form)).toEqual({ status: "went", to: `/feedback/${form.id}` });
    const request = await requestOf(juniper, form.id);
    expect(request).toMatchObject({
      state: "drafted",
      name: "Ms Tern",
      artefact: "resume",
      askedOf: "employer",
    });
    expect(request?.letter).toMatch(/^Hello Ms Tern,\n\n.* the Dispatcher position\..*\{me\}$/s);
    expect(await requestOf(wren, form.id)).toBeNull();
    expect(await requestsOf(wren)).toEqual([]);
  });

  test("sent twice drafts one, sent again with a change loses neither, and both can be read", async () => {
    const juniper = await aMember();
    const form = beginning();
    const once = () => submit(juniper, beginLetter, form);
    const went = { status: "went", to: `/feedback/${form.id}` };
    expect(await Promise.all([once(), once()])).toEqual([went, went]);
    expect(await once()).toEqual(went);
    expect(await requestsOf(juniper)).toHaveLength(1);
    const changed = { ...form, name: "Mr Wren" };
    const other = await submit(juniper, beginLetter, changed);
    expect(await submit(juniper, beginLetter, changed)).toEqual(other);
    expect((await requestsOf(juniper)).map(({ name }) => name).sort()).toEqual(["Mr Wren", "Ms Tern"]);
  });

  test("leaves no word of it open in the database", async () => {
    const juniper = await aMember();
    const form = beginning();
    await submit(juniper, beginLetter, form);
    await submit(juniper, sayAsked, { requestId: form.id, askedOn: todayOf(juniper) });
    await submit(juniper, keepAnswer, { requestId: form.id, answer: "Very close.", lesson: "A summary." });
    const [row] = await asMember(juniper.id, (db) => db.feedbackRequest.findMany());
    for (const column of ["name", "subject", "letter", "answer", "lesson"] as const)
      expect(isSealed(row?.[column] ?? ""), column).toBe(true);
  });

  test("may be about a setback of one's own, and of nobody else's", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const [mine, hers] = [await aSetback(juniper), await aSetback(wren)];
    const [one, other] = [beginning(), beginning()];
    await submit(juniper, beginLetter, { ...one, setbackId: mine.id });
    await submit(juniper, beginLetter, { ...other, setbackId: hers.id });
    expect(await requestOf(juniper, one.id)).toMatchObject({ setbackId: mine.id });
    expect(await requestOf(juniper, other.id)).toMatchObject({ setbackId: null });
  });

  test("takes a letter of one's own, and nobody else's", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id: template } = await aFeedbackTemplate(juniper, { letter: "Dear {name}: {role}?" });
    const form = { ...beginning(), template };
    await submit(juniper, beginLetter, form);
    expect(await requestOf(juniper, form.id)).toMatchObject({ letter: "Dear Ms Tern: Dispatcher?" });
    expect(await submit(wren, beginLetter, form)).toEqual({ status: "not found" });
    expect(await submit(wren, beginLetter, { ...form, template: "nothing" })).toEqual({
      status: "not found",
    });
  });

  test.each([
    ["what it is about", { artefact: "photo" }, "artefact"],
    ["whom to ask", { askedOf: "" }, "askedOf"],
    ["a name that is a story", { name: "x".repeat(201) }, "name"],
  ])("says kindly what does not fit: %s", async (_name, wrong, field) => {
    const juniper = await aMember();
    expect(await submit(juniper, beginLetter, { ...beginning(), ...wrong })).toMatchObject({
      status: "invalid",
      fieldErrors: { [field]: expect.any(String) },
      values: { role: ["Dispatcher"] },
    });
    expect(await requestsOf(juniper)).toEqual([]);
  });
});

describe("changing a letter", () => {
  const letter = { subject: "For {role}", letter: "Hello {name},\n\nabout {role}.\n\n{me}" };

  test("fills what was left open, and keeps every line", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper);
    const form = { requestId, ...letter, name: "Ms Tern", role: "Dispatcher" };
    const once = () => submit(juniper, changeLetter, form);
    expect(await once()).toMatchObject({ status: "done", message: "Saved." });
    expect(await once()).toMatchObject({ status: "done" });
    expect(await requestOf(juniper, requestId)).toMatchObject({
      name: "Ms Tern",
      subject: "For Dispatcher",
      letter: "Hello Ms Tern,\n\nabout Dispatcher.\n\n{me}",
    });
  });

  test("an empty one is not taken, and the words stay", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper);
    expect(await submit(juniper, changeLetter, { requestId, ...letter, letter: " \n" })).toMatchObject({
      status: "invalid",
      values: { subject: ["For {role}"] },
    });
  });

  test("one that was deleted meanwhile says so, and keeps what was typed", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper, { deletedAt: new Date() });
    expect(await submit(juniper, changeLetter, { requestId, ...letter })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("deleted meanwhile"),
      values: { letter: [letter.letter] },
    });
  });
});

describe("asking", () => {
  test("is noted with a day for one reminder, and is a win that names nobody", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper, { name: "Ms Tern", artefact: "cover_letter" });
    const today = todayOf(juniper);
    const form = { requestId, askedOn: addDays(today, -1), followUpOn: addDays(today, 6) };
    const once = () => submit(juniper, sayAsked, form);
    for (const sent of [...(await Promise.all([once(), once()])), await once()])
      expect(sent).toMatchObject({ status: "done" });
    expect(await requestOf(juniper, requestId)).toMatchObject({
      state: "asked",
      askedOn: form.askedOn,
      followUpOn: form.followUpOn,
      due: false,
    });
    expect(await winsOf(juniper)).toMatchObject([
      { body: "Asked for feedback on my cover letter.", day: form.askedOn },
    ]);
  });

  test("taken back is no win any more; asked again on another day it is one, on that day", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper);
    const today = todayOf(juniper);
    await submit(juniper, sayAsked, { requestId, askedOn: today, followUpOn: addDays(today, 7) });
    const back = () => submit(juniper, takeStepBack, { requestId, step: "asked" });
    expect(await back()).toMatchObject({ status: "done" });
    expect(await back()).toMatchObject({ status: "done" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ state: "drafted", followUpOn: null });
    expect(await winsOf(juniper)).toEqual([]);
    await submit(juniper, sayAsked, { requestId, askedOn: addDays(today, -2), followUpOn: "" });
    expect(await winsOf(juniper)).toMatchObject([{ day: addDays(today, -2) }]);
  });

  test("is one win for each letter, however often it is pressed, undone and pressed again", async () => {
    const juniper = await aMember();
    const today = todayOf(juniper);
    for (const { id: requestId } of [await aFeedbackRequest(juniper), await aFeedbackRequest(juniper)]) {
      const ask = () => submit(juniper, sayAsked, { requestId, askedOn: today });
      const back = () => submit(juniper, takeStepBack, { requestId, step: "asked" });
      await Promise.all([ask(), ask()]);
      await Promise.all([back(), back()]);
      await Promise.all([ask(), ask()]);
      await submit(juniper, keepAnswer, { requestId, answer: "Very close." });
      await submit(juniper, takeStepBack, { requestId, step: "answered" });
      await ask();
    }
    expect(await winsOf(juniper)).toHaveLength(2);
    // Nothing is left over beneath, to be brought back as one more.
    expect(await asMember(juniper.id, (db) => db.win.count())).toBe(2);
  });

  test("is the same win for a form that says the letter's id in capitals", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper);
    const form = { requestId: requestId.toUpperCase(), askedOn: todayOf(juniper) };
    expect(await submit(juniper, sayAsked, form)).toMatchObject({ status: "done" });
    expect(await winsOf(juniper)).toHaveLength(1);
    await submit(juniper, takeStepBack, { requestId, step: "asked" });
    expect(await winsOf(juniper)).toEqual([]);
  });

  test("pressed again does not bring a win back that its member deleted", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper);
    const form = { requestId, askedOn: todayOf(juniper) };
    await submit(juniper, sayAsked, form);
    const [win] = await winsOf(juniper);
    await submit(juniper, deleteWin, { winId: win?.id });
    await submit(juniper, sayAsked, form);
    expect(await winsOf(juniper)).toEqual([]);
  });

  test.each([
    ["a day that has not come", 1, null, "askedOn"],
    ["a reminder on the same day", 0, 0, "followUpOn"],
    ["a reminder before it", -1, -2, "followUpOn"],
  ])("says no to %s", async (_name, askedOn, followUpOn, field) => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper);
    const on = (days: number | null) => (days === null ? "" : addDays(todayOf(juniper), days));
    expect(
      await submit(juniper, sayAsked, { requestId, askedOn: on(askedOn), followUpOn: on(followUpOn) }),
    ).toMatchObject({ status: "refused", fieldErrors: { [field]: expect.any(String) } });
    expect(await requestOf(juniper, requestId)).toMatchObject({ state: "drafted" });
  });
});

describe("the one reminder", () => {
  test("has a day that can be changed, or none", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper, { askedOn: "2026-11-01" });
    const choose = (followUpOn: string) => submit(juniper, chooseFollowUpDay, { requestId, followUpOn });
    expect(await choose("2026-11-09")).toMatchObject({ status: "done" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ followUpOn: "2026-11-09", due: true });
    expect(await choose("2026-10-31")).toMatchObject({ status: "refused" });
    expect(await choose("")).toMatchObject({ status: "done" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ followUpOn: null, due: false });
  });

  test("goes out once; pressed again it went already, and it can be taken back", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper, {
      askedOn: "2026-11-01",
      followUpOn: "2026-11-08",
    });
    expect((await requestsOf(juniper)).map(({ due }) => due)).toEqual([true]);
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, sayFollowedUp, { requestId })).toMatchObject({ status: "done" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ followedUpOn: todayOf(juniper), due: false });
    expect(await submit(juniper, chooseFollowUpDay, { requestId, followUpOn: "2026-12-01" })).toMatchObject({
      status: "refused",
    });
    await submit(juniper, takeStepBack, { requestId, step: "followed_up" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ followedUpOn: null, due: true });
  });
});

describe("what came of it", () => {
  test("an answer keeps their words and mine apart, and can be changed", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper, { askedOn: "2026-11-01" });
    const form = { requestId, answer: "Very close.\n\nGood luck.", lesson: "A summary on top." };
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, keepAnswer, form)).toMatchObject({ status: "done", message: "Kept." });
    expect(await requestOf(juniper, requestId)).toMatchObject({
      state: "answered",
      answeredOn: todayOf(juniper),
      answer: form.answer,
      lesson: form.lesson,
    });
    // As a form sends it that did not ask for a lesson.
    await submit(juniper, keepAnswer, { requestId, answer: "" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ answer: null, lesson: form.lesson });
  });

  test("an answer taken back keeps its words for when it comes", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper, {
      askedOn: "2026-11-01",
      answer: "Very close.",
    });
    await submit(juniper, takeStepBack, { requestId, step: "answered" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ state: "asked", answer: "Very close." });
  });

  test("silence is an end, can be taken back, and an answer may come after it", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper, { askedOn: "2026-11-01" });
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, saySilent, { requestId })).toMatchObject({ status: "done" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ state: "silent" });
    await submit(juniper, keepAnswer, { requestId, answer: "Sorry for the wait.", lesson: "" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ state: "answered" });
    await submit(juniper, takeStepBack, { requestId, step: "answered" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ state: "silent" });
    await submit(juniper, takeStepBack, { requestId, step: "silent" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ state: "asked" });
  });

  test.each([
    ["a reminder", sayFollowedUp, {}, {}],
    ["an answer", keepAnswer, { answer: "Very close." }, {}],
    ["silence", saySilent, {}, {}],
    ["a day for a reminder", chooseFollowUpDay, { followUpOn: "2026-12-01" }, {}],
    ["silence after an answer", saySilent, {}, { askedOn: "2026-11-01", answer: "Very close." }],
    ["a reminder after silence", sayFollowedUp, {}, { askedOn: "2026-11-01", silentOn: "2026-11-20" }],
    [
      "going back over an answer",
      takeStepBack,
      { step: "asked" },
      { askedOn: "2026-11-01", answer: "Close." },
    ],
    ["an answer in the jar that has no words", putAnswerInJar, {}, { askedOn: "2026-11-01" }],
  ])("a page from before cannot say %s out of turn, and is told so", async (_name, action, fields, told) => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper, told);
    const before = await requestOf(juniper, requestId);
    expect(await submit(juniper, action, { requestId, ...fields })).toMatchObject({ status: "refused" });
    expect(await requestOf(juniper, requestId)).toEqual(before);
  });
});

describe("tying a letter to a setback", () => {
  test("is for one's own setbacks, can be said twice, and can be changed or taken back", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const [one, other, hers] = [await aSetback(juniper), await aSetback(juniper), await aSetback(wren)];
    const { id: requestId } = await aFeedbackRequest(juniper, { askedOn: "2026-11-01", answer: "Close." });
    const tie = (setbackId: string) => submit(juniper, tieToSetback, { requestId, setbackId });
    for (let press = 0; press < 2; press++) expect(await tie(one.id)).toMatchObject({ status: "done" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ setbackId: one.id, answer: "Close." });
    expect(await tie(hers.id)).toEqual({ status: "not found" });
    expect(await requestOf(juniper, requestId)).toMatchObject({ setbackId: one.id });
    await tie(other.id);
    expect(await requestOf(juniper, requestId)).toMatchObject({ setbackId: other.id });
    await tie("");
    expect(await requestOf(juniper, requestId)).toMatchObject({ setbackId: null });
  });

  test("says so when the setback was deleted meanwhile", async () => {
    const juniper = await aMember();
    const { id: setbackId } = await aSetback(juniper, { deletedAt: new Date() });
    const { id: requestId } = await aFeedbackRequest(juniper);
    expect(await submit(juniper, tieToSetback, { requestId, setbackId })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("deleted meanwhile"),
    });
    expect(await requestOf(juniper, requestId)).toMatchObject({ setbackId: null });
  });
});

describe("an answer in the evidence jar", () => {
  test("is there once, with where it is from, and stays when the request is deleted", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id: requestId } = await aFeedbackRequest(juniper, {
      name: "Ms Tern",
      askedOn: "2026-11-01",
      answer: "You explained that so well.",
    });
    const once = () => submit(juniper, putAnswerInJar, { requestId });
    for (const sent of [...(await Promise.all([once(), once()])), await once()])
      expect(sent).toMatchObject({ status: "done" });
    await submit(juniper, deleteRequest, { requestId });
    expect(await jarOf(juniper)).toMatchObject([
      { words: "You explained that so well.", origin: "Ms Tern, on my resume", day: "2026-11-01" },
    ]);
    expect(await jarOf(wren)).toEqual([]);
  });

  test("is one thing, whatever its giver is called and whatever is said of it meanwhile, and says it as it is now", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper, {
      name: "Ms Tern",
      askedOn: "2026-11-01",
      answer: "You explained that well.",
    });
    await submit(juniper, putAnswerInJar, { requestId });
    const { subject, letter } = (await requestOf(juniper, requestId)) ?? {};
    await submit(juniper, changeLetter, { requestId, subject, letter, name: "Dr Tern" });
    await submit(juniper, putAnswerInJar, { requestId });
    expect(await jarOf(juniper)).toMatchObject([{ origin: "Dr Tern, on my resume" }]);

    await submit(juniper, keepAnswer, { requestId, answer: "You explained that so well.", lesson: "" });
    await submit(juniper, putAnswerInJar, { requestId });
    const jar = await jarOf(juniper);
    expect(jar).toMatchObject([{ words: "You explained that so well." }]);
    await submit(juniper, takeOutOfJar, { entryId: jar[0]?.id });
    await submit(juniper, putAnswerInJar, { requestId });
    expect(await jarOf(juniper)).toEqual(jar);
  });
});

describe("deleting a letter", () => {
  test("can be undone, and drops what waited in its forms", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper);
    await aDraft(juniper, `letter:${requestId}`, { letter: ["Hel"] });
    const gone = { status: "went", to: `/feedback?deleted=${requestId}` };
    expect(await submit(juniper, deleteRequest, { requestId })).toEqual(gone);
    expect(await submit(juniper, deleteRequest, { requestId })).toEqual(gone);
    expect(await requestsOf(juniper)).toEqual([]);
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
    expect(await as(juniper, (viewer) => findDeletedRequest(viewer, requestId))).toEqual({ id: requestId });
    const back = { status: "went", to: `/feedback/${requestId}` };
    expect(await submit(juniper, bringRequestBack, { requestId })).toEqual(back);
    expect(await requestsOf(juniper)).toMatchObject([{ id: requestId }]);
  });
});

describe.each([
  ["changing", changeLetter, { subject: "x", letter: "y" }],
  ["tying", tieToSetback, { setbackId: "" }],
  ["asking with", sayAsked, { askedOn: "2026-11-01" }],
  ["choosing a day for", chooseFollowUpDay, { followUpOn: "2026-12-01" }],
  ["reminding with", sayFollowedUp, {}],
  ["answering", keepAnswer, { answer: "Look." }],
  ["silencing", saySilent, {}],
  ["going back with", takeStepBack, { step: "asked" }],
  ["keeping the answer of", putAnswerInJar, {}],
  ["deleting", deleteRequest, {}],
  ["restoring", bringRequestBack, {}],
])("%s a letter of somebody else", (_name, action, fields) => {
  test("finds nothing and changes nothing", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id: requestId } = await aFeedbackRequest(juniper, { askedOn: "2026-11-01" });
    const before = await requestOf(juniper, requestId);
    expect(await submit(wren, action, { requestId, ...fields })).toEqual({ status: "not found" });
    expect(await requestOf(juniper, requestId)).toEqual(before);
    expect([...(await winsOf(wren)), ...(await jarOf(wren))]).toEqual([]);
  });
});
