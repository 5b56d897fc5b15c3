import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { HealthView } from "@/components/circle-health/health-view";
import { findHealth } from "@/lib/circle-health/queries";
import { asMember } from "@/lib/db";
import { aCircle, aMember, leave } from "../factories";
import { aCommitment, aMeeting, aWrittenTurn } from "../factories-of-circles";
import { anEncouragement, aPost, aReply } from "../factories-of-posts";
import { five } from "../meetings/steps";
import { as } from "../people";

const DAY = 86_400_000;

test("a circle sees how many were heard and how soon posts were answered, and nobody's name", async () => {
  const [juniper, heron, wren] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  const circle = await aCircle(juniper, [heron, wren]);
  for (let at = 0; at < 10; at++) {
    const post = await aPost(juniper, circle, { createdAt: new Date(Date.now() - 2 * DAY) });
    if (at < 9) await aReply(heron, post, { createdAt: new Date(Date.now() - (at < 6 ? 1.5 : 0.5) * DAY) });
  }
  const health = (await as(wren, (viewer) => findHealth(viewer, circle.id))) ?? expect.fail();
  expect(health.answers).toMatchObject({ inTime: 6, later: 3, notYet: 1 });
  expect(health.answers.says).toBe("6 of 10 posts were answered within a day.");
  expect(health.commitments).toBe(0);
  const heard = health.showedUp.weeks.map((week) => week.heard);
  expect(Math.max(...heard)).toBe(2);
  const drawn = renderToStaticMarkup(<HealthView health={health} />);
  expect(drawn).not.toMatch(/Juniper|Heron|Wren/);
  expect(drawn).toContain("too few to tell");
});

test("a warm signal is being heard; taken back words are not, and whoever left is gone", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper, [heron]);
  const week = async () =>
    (await as(juniper, (viewer) => findHealth(viewer, circle.id)))?.showedUp.weeks.at(-1);
  const post = await aPost(juniper, circle);
  expect(await week()).toMatchObject({ heard: 1, there: 2 });
  await anEncouragement(heron, post);
  expect(await week()).toMatchObject({ heard: 2, there: 2 });
  await leave(heron, circle);
  expect(await week()).toMatchObject({ heard: 2, there: 2 });
  await as(juniper, ({ db }) =>
    db.post.updateMany({ where: { circleId: circle.id }, data: { takenBackAt: new Date() } }),
  );
  expect(await week()).toMatchObject({ heard: 1 });
});

test("whoever came to a meeting, wrote in one or committed to something was heard, and who was only expected was not", async () => {
  const { juniper, heron, wren, alder, circle } = await five();
  const heard = async () =>
    (await as(juniper, (viewer) => findHealth(viewer, circle.id)))?.showedUp.weeks.at(-1)?.heard;
  expect(await heard()).toBe(0);
  // Who opens it holds it.
  const live = await aMeeting(juniper, circle);
  expect(await heard()).toBe(1);
  const place = { circleId: circle.id, meetingId: live.id };
  await asMember(heron.id, (db) =>
    db.attendance.updateMany({ where: { ...place, memberId: heron.id }, data: { hadTurnAt: new Date() } }),
  );
  // The next round begins: who had a turn in this one has come all the same.
  await asMember(juniper.id, (db) => db.attendance.updateMany({ where: place, data: { hadTurnAt: null } }));
  expect(await heard()).toBe(2);
  await aWrittenTurn(wren, await aMeeting(juniper, circle, { kind: "writing" }));
  expect(await heard()).toBe(3);
  await aCommitment(alder, circle);
  expect(await heard()).toBe(4);
});

test("whoever sits elsewhere, or does not sit there any more, sees nothing of it", async () => {
  const [juniper, heron, wren] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  const circle = await aCircle(juniper, [heron]);
  await leave(heron, circle);
  for (const who of [heron, wren])
    expect(await as(who, (viewer) => findHealth(viewer, circle.id))).toBeNull();
});
