import { expect, test } from "vitest";
import { describeCircle, openCircle, writeAgreements } from "@/lib/circles/actions";
import { DEFAULT_AGREEMENTS } from "@/lib/circles/agreements";
import { findCircle, findDescription, listCircles } from "@/lib/circles/queries";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { aCircle, aMember, join, leave, type Member } from "../factories";
import { as, submit } from "../people";

const told = {
  name: "Harbour walkers",
  purpose: "People between jobs in shipping.",
  language: "English",
  timeZone: "Europe/Berlin",
  meetingDay: 2,
  meetingTime: "19:30",
  alias: "Juniper",
};
const circlesOf = (member: Member) => as(member, (viewer) => listCircles(viewer));

test("whoever opens a circle sits in it, holds it, and lands on its page", async () => {
  const juniper = await aMember();
  const id = freshId();
  expect(await submit(juniper, openCircle, { ...told, id })).toEqual({
    status: "went",
    to: `/circles/${id}`,
  });
  expect(await circlesOf(juniper)).toMatchObject([
    { id, name: "Harbour walkers", alias: "Juniper", role: "facilitator", people: ["Juniper"] },
  ]);
  expect(await as(juniper, (viewer) => findDescription(viewer, id))).toMatchObject({
    agreements: DEFAULT_AGREEMENTS,
    meetingDay: 2,
    meetingTime: "19:30",
    videoLink: null,
    canLookAfter: true,
  });
});

test("a circle can be opened before the e-mail address is confirmed", async () => {
  const juniper = await aMember({ verified: false });
  expect(await submit(juniper, openCircle, told)).toMatchObject({ status: "went" });
});

test("the same circle sent twice is opened once", async () => {
  const juniper = await aMember();
  const id = freshId();
  const sent = await Promise.all([1, 2, 3].map(() => submit(juniper, openCircle, { ...told, id })));
  for (const answer of sent) expect(answer).toEqual({ status: "went", to: `/circles/${id}` });
  expect(await circlesOf(juniper)).toHaveLength(1);
});

test.each([
  ["described otherwise", { purpose: "People between jobs on ships." }],
  ["under another alias", { alias: "Fern" }],
])("a circle sent again %s is another circle, once, and neither is lost", async (_how, change) => {
  const juniper = await aMember();
  const form = { ...told, id: freshId() };
  await submit(juniper, openCircle, form);
  const changed = () => submit(juniper, openCircle, { ...form, ...change });
  const sent = [...(await Promise.all([changed(), changed()])), await changed()];
  expect(new Set(sent.map((answer) => "to" in answer && answer.to)).size).toBe(1);
  await submit(juniper, openCircle, form);
  const circles = await asMember(juniper.id, (db) =>
    db.membership.findMany({
      select: { circleId: true, alias: true, circle: { select: { purpose: true } } },
    }),
  );
  expect(circles).toHaveLength(2);
  for (const { circleId, alias, circle } of circles) {
    const { purpose } = circle;
    expect({ ...told, alias, purpose }).toEqual(circleId === form.id ? told : { ...told, ...change });
  }
});

test("a circle that somebody else opened cannot be taken by sending its id", async () => {
  const [juniper, wren] = [await aMember(), await aMember()];
  const circle = await aCircle(juniper);
  expect(await submit(wren, openCircle, { ...told, id: circle.id })).toEqual({ status: "not found" });
  await leave(juniper, circle);
  expect(await submit(wren, openCircle, { ...told, id: circle.id })).toEqual({ status: "not found" });
  expect(await circlesOf(wren)).toEqual([]);
});

test("of four circles opened at once, three are open, and the fourth leaves nothing behind", async () => {
  const juniper = await aMember();
  const ids = [1, 2, 3, 4].map(() => freshId());
  const sent = await Promise.all(ids.map((id) => submit(juniper, openCircle, { ...told, id })));
  expect(sent.map((answer) => answer.status).sort()).toEqual(["refused", "went", "went", "went"]);
  const refused = sent.find((answer) => answer.status === "refused");
  expect(refused).toMatchObject({
    message: expect.stringContaining("You are in three circles"),
    values: { name: ["Harbour walkers"], purpose: ["People between jobs in shipping."] },
  });
  expect(await circlesOf(juniper)).toHaveLength(3);
  const kept = await asMember(juniper.id, (db) => db.circle.count({ where: { id: { in: ids } } }));
  expect(kept).toBe(3);
});

test.each([
  ["name", "  "],
  ["purpose", ""],
  ["language", ""],
  ["timeZone", "Europe/Atlantis"],
  ["meetingDay", 8],
  ["meetingDay", ""],
  ["meetingTime", "25:00"],
  ["meetingTime", "noon"],
  ["videoLink", "http://meet.example.org/lanterns"],
  ["videoLink", "javascript:alert(1)"],
  ["videoLink", "mailto:us@example.org"],
  ["videoLink", "our usual room"],
  ["alias", ""],
])("a circle is not opened with %s %j, and everything typed stays", async (field, value) => {
  const juniper = await aMember();
  const sent = await submit(juniper, openCircle, { ...told, [field]: value });
  expect(sent).toMatchObject({
    status: "invalid",
    fieldErrors: { [field]: expect.stringMatching(/^(Please|How) .*[.?]$|https/) },
    values: { [field]: [String(value)] },
  });
  expect(await circlesOf(juniper)).toEqual([]);
});

test.each([
  ["meet.example.org/lanterns", "https://meet.example.org/lanterns"],
  ["meet.example.org:8443/lanterns?a=b", "https://meet.example.org:8443/lanterns?a=b"],
  ["https://meet.example.org/lanterns", "https://meet.example.org/lanterns"],
])("a video link is taken as people copy it: %s", async (typed, kept) => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  await submit(juniper, describeCircle, { ...told, circleId: circle.id, videoLink: typed });
  expect(await as(juniper, (viewer) => findCircle(viewer, circle.id))).toMatchObject({ videoLink: kept });
});

test("an alias cannot turn the words around it", async () => {
  const juniper = await aMember();
  await submit(juniper, openCircle, { ...told, alias: "Juni\u202Eper" });
  expect(await circlesOf(juniper)).toMatchObject([{ alias: "Juniper" }]);
});

test("a signed-out visitor opens nothing and is asked to sign in", async () => {
  expect(await submit(null, openCircle, told)).toMatchObject({
    status: "went",
    to: expect.stringContaining("/sign-in"),
  });
});

test("the facilitator describes the circle anew, twice if they like", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  const anew = { ...told, circleId: circle.id, videoLink: "https://meet.example.org/harbour" };
  for (const _ of [1, 2]) {
    expect(await submit(juniper, describeCircle, anew)).toEqual({
      status: "went",
      to: `/circles/${circle.id}/care`,
    });
  }
  expect(await as(juniper, (viewer) => findCircle(viewer, circle.id))).toMatchObject({
    name: "Harbour walkers",
    videoLink: "https://meet.example.org/harbour",
    meeting: { weekly: "Tuesdays at 19:30" },
  });
});

test("a member without a role, a former member and an outsider change nothing about a circle", async () => {
  const [juniper, heron, alder, wren] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Alder" }),
    await aMember({ name: "Wren" }),
  ];
  const circle = await aCircle(juniper, [await aMember({ name: "Marten" }), heron, alder]);
  await leave(alder, circle);
  for (const someone of [heron, alder, wren]) {
    // Heron sees the circle, and may have held it until a moment ago: what was written is not lost.
    const no = (values: object) =>
      someone === heron ? { status: "refused", values } : { status: "not found" };
    expect(await submit(someone, describeCircle, { ...told, circleId: circle.id })).toMatchObject(
      no({ purpose: [told.purpose] }),
    );
    expect(
      await submit(someone, writeAgreements, { circleId: circle.id, agreements: "Anything goes." }),
    ).toMatchObject(no({ agreements: ["Anything goes."] }));
  }
  expect(await as(juniper, (viewer) => findDescription(viewer, circle.id))).toMatchObject({
    name: "Thursday lanterns",
    agreements: "What is said here stays here.",
  });
});

test("the database itself keeps a member without a role from changing the circle", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper, [await aMember({ name: "Alder" }), heron]);
  const { count } = await asMember(heron.id, (db) =>
    db.circle.updateMany({ where: { id: circle.id }, data: { agreements: "Anything goes." } }),
  );
  expect(count).toBe(0);
});

test("agreements are written anew, never to nothing", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  expect(await submit(juniper, writeAgreements, { circleId: circle.id, agreements: "  \n " })).toMatchObject({
    status: "invalid",
  });
  for (const _ of [1, 2]) {
    expect(
      await submit(juniper, writeAgreements, { circleId: circle.id, agreements: "We listen.\r\nWe laugh." }),
    ).toEqual({ status: "went", to: `/circles/${circle.id}/agreements` });
  }
  expect(await as(juniper, (viewer) => findDescription(viewer, circle.id))).toMatchObject({
    agreements: "We listen.\nWe laugh.",
  });
});

test("a circle nobody was invited to stays closed to a guessed link", async () => {
  const [juniper, wren] = [await aMember(), await aMember({ name: "Wren" })];
  const circle = await aCircle(juniper);
  expect(await join(wren, circle, { id: freshId() })).toBe("gone");
  expect(await circlesOf(wren)).toEqual([]);
});
