import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import MergePage from "@/app/(member)/circles/[circleId]/merge/page";
import CirclePage from "@/app/(member)/circles/[circleId]/page";
import WeekPage from "@/app/(member)/circles/[circleId]/week/page";
import CirclesPage from "@/app/(member)/circles/page";
import { checkIn } from "@/lib/check-ins/actions";
import { findOwnWeek } from "@/lib/check-ins/queries";
import { askedOf } from "@/lib/check-ins/schema";
import { markCommitment, unmarkCommitment } from "@/lib/commitments/actions";
import { asMember, asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { daysPassIn } from "../days-pass";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aCheckIn, aCommitment, aMergeOffer } from "../factories-of-circles";
import { as, submit, visit } from "../people";

/** What a page says, with its links, or where it leads instead. */
async function pageFor(member: Member, page: () => Promise<ReactElement>) {
  const answer = await visit(member, page);
  if (!("shown" in answer)) return JSON.stringify(answer);
  return renderToStaticMarkup(answer.shown)
    .replace(/<(?!a )[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

const propsOf = ({ id }: { id: string }) => ({
  params: Promise.resolve({ circleId: id }),
  searchParams: Promise.resolve({}),
});

/** Wren's circle, in which both said something for this week, has joined Juniper's. */
async function becomeOne() {
  const [juniper, heron, wren] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  const stays = await aCircle(juniper);
  const joins = await aCircle(heron, [wren], { name: "Second wind" });
  await aCheckIn(heron, joins, { line: "Slow, and one good talk." });
  await aCommitment(heron, joins, { words: "Call the fair by Friday." });
  const open = await aCommitment(wren, joins, { words: "Send two applications by Friday." });
  const done = await aCommitment(wren, joins, { words: "Walk twice." });
  await submit(wren, markCommitment, { circleId: joins.id, commitmentId: done.id, outcome: "kept" });
  const offer = await aMergeOffer(stays, joins, [juniper, heron, wren]);
  await asSystem((db) => db.$queryRaw`select app.go_on_with_merge(${offer.id}::uuid)`);
  return { juniper, heron, wren, stays, joins, open };
}

test("what was said before leads from the new circle, from the list and from its old address, for thirty days", async () => {
  const { juniper, wren, stays, joins } = await becomeOne();
  const link = `/circles/${joins.id}/merge`;
  expect(await pageFor(wren, () => CirclePage(propsOf(stays)))).toContain(link);
  expect(await pageFor(wren, () => CirclesPage(propsOf(stays)))).toContain(link);
  expect(await pageFor(wren, () => CirclePage(propsOf(joins)))).toBe(JSON.stringify({ went: link }));
  for (const page of [() => CirclePage(propsOf(stays)), () => CirclesPage(propsOf(stays))])
    expect(await pageFor(juniper, page)).not.toContain("Second wind");
  expect(await pageFor(juniper, () => CirclePage(propsOf(joins)))).toBe('{"notFound":true}');

  await daysPassIn([stays, joins], 31);
  expect(await pageFor(wren, () => CirclePage(propsOf(stays)))).not.toContain("Second wind");
  expect(await pageFor(wren, () => CirclePage(propsOf(joins)))).toBe('{"notFound":true}');
});

test("the check-ins and commitments of the last weeks are kept with what was said", async () => {
  const { wren, joins } = await becomeOne();
  const said = await pageFor(wren, () => MergePage(propsOf(joins)));
  expect(said).toMatch(/The last weeks here.*Slow, and one good talk\..*Call the fair by Friday\./);
  expect(said).toMatch(/Walk twice\. *Kept/);
  expect(said).toMatch(/What you said you would do.*Send two applications by Friday\./);
  expect(said).toMatch(/href="\/report\/check-in\//);
});

test("what somebody said they would do comes along with them, for them alone, and they say how it went", async () => {
  const { juniper, heron, wren, stays, joins, open } = await becomeOne();
  const weekFor = (member: Member) => pageFor(member, () => WeekPage(propsOf(stays)));
  expect(await weekFor(wren)).toMatch(/What you said in Second wind.*Send two applications by Friday\./);
  for (const other of [juniper, heron]) expect(await weekFor(other)).not.toContain("Send two applications");

  const mark = { circleId: joins.id, commitmentId: open.id, outcome: "partly" };
  expect(await submit(wren, markCommitment, mark)).toMatchObject({ status: "done" });
  expect(await weekFor(wren)).toMatch(/Send two applications by Friday\..*Partly/);
  expect(await submit(wren, unmarkCommitment, mark)).toMatchObject({ status: "done" });
  for (const other of [juniper, heron])
    expect(await submit(other, markCommitment, mark)).toEqual({ status: "not found" });

  await leave(wren, stays);
  expect(await submit(wren, markCommitment, mark)).toEqual({ status: "not found" });
});

test("in the next check-in it comes back like any other, and can be carried over into the new circle", async () => {
  const { juniper, wren, stays, joins, open } = await becomeOne();
  await daysPassIn([stays, joins], 7);
  const week = await as(wren, (viewer) => findOwnWeek(viewer, stays.id));
  expect(week?.earlier?.commitments.map(({ words }) => words)).toContain("Send two applications by Friday.");
  const asked = askedOf(open.id);
  const form = {
    circleId: stays.id,
    word: "steady",
    need: "ideas",
    id1: freshId(),
    id2: freshId(),
    id3: freshId(),
    earlier: open.id,
    [asked.outcome]: "partly",
    [asked.reason]: "One was enough.",
    [asked.next]: "carry",
  };
  for (let times = 0; times < 2; times++)
    expect(await submit(wren, checkIn, form)).toMatchObject({ status: "went" });
  const kept = (circle: { id: string }) =>
    asMember(wren.id, (db) =>
      db.commitment.findMany({
        where: { circleId: circle.id, words: { startsWith: "Send two" } },
        select: { outcome: true, reason: true, carriedFrom: true },
      }),
    );
  expect(await kept(joins)).toEqual([{ outcome: "partly", reason: "One was enough.", carriedFrom: null }]);
  expect(await kept(stays)).toEqual([{ outcome: null, reason: null, carriedFrom: open.id }]);
  // Carried over it is said to the new circle, and read there.
  expect(await pageFor(juniper, () => WeekPage(propsOf(stays)))).toContain("Send two applications");
});

test("nobody comes upon what was brought along by the address of another circle", async () => {
  const { wren, open } = await becomeOne();
  const own = await aCircle(wren, [], { name: "A third" });
  const week = await as(wren, (viewer) => findOwnWeek(viewer, own.id));
  expect(week?.earlier).toBeUndefined();
  const mark = { circleId: own.id, commitmentId: open.id, outcome: "kept" };
  expect(await submit(wren, markCommitment, mark)).toEqual({ status: "not found" });
});
