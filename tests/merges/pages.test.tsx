import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import MergePage from "@/app/(member)/circles/[circleId]/merge/page";
import CirclePage from "@/app/(member)/circles/[circleId]/page";
import PausePage from "@/app/(member)/circles/[circleId]/pause/page";
import { asSystem } from "@/lib/db";
import { aCircle, aMember, type CircleOfTest, type Member } from "../factories";
import { aBreak, aMergeOffer } from "../factories-of-circles";
import { aPost } from "../factories-of-posts";
import { visit } from "../people";

type Page = (props: {
  params: Promise<{ circleId: string }>;
  searchParams: Promise<Record<string, string>>;
}) => Promise<ReactElement>;

async function wordsOf(page: Page, member: Member, circle: CircleOfTest): Promise<string> {
  const props = {
    params: Promise.resolve({ circleId: circle.id }),
    searchParams: Promise.resolve({}),
  };
  const answer = await visit(member, () => page(props));
  if (!("shown" in answer)) return JSON.stringify(answer);
  return renderToStaticMarkup(answer.shown)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

test("an offer says what it would be, and afterwards where the circle went", async () => {
  const [juniper, heron, other] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Heron" }),
  ];
  const large = await aCircle(juniper, [heron]);
  const little = await aCircle(other, [], { name: "Second wind", purpose: "Nurses between jobs." });
  await aPost(other, little, { body: "Said among us." });
  expect(await wordsOf(MergePage, juniper, large)).toContain("When a circle is small");
  const offer = await aMergeOffer(large, little, [juniper, heron, other]);

  const here = await wordsOf(MergePage, juniper, large);
  expect(here).toMatch(/One person\. Nurses between jobs\..*You would be 3\..*They would join your circle/);
  expect(here).toMatch(/You said yes.*I would rather not/);
  expect(here).not.toMatch(/Second wind|Heron/);
  const there = await wordsOf(MergePage, other, little);
  expect(there).toMatch(/2 people\. People between jobs in logistics\..*Your circle would join theirs/);
  expect(there).not.toMatch(/Thursday lanterns|Juniper/);

  await asSystem((db) => db.$executeRaw`select app.go_on_with_merge(${offer.id}::uuid)`);
  const after = await wordsOf(MergePage, other, little);
  expect(after).toMatch(
    /Second wind is part of Thursday lanterns now.*so you are Heron 2 there.*Said among us\./,
  );
  expect(await wordsOf(MergePage, juniper, little)).toBe('{"notFound":true}');
  expect(await wordsOf(CirclePage, other, large)).toMatch(/Heron 2 you/);
});

test("somebody who takes a break sees until when their seat waits, and the way back on the circle's page", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper, [heron]);
  expect(await wordsOf(PausePage, heron, circle)).toMatch(
    /Your seat is kept for four weeks.*Pause me.*Let me go/,
  );
  await aBreak(heron, circle, "Back after Christmas");
  expect(await wordsOf(PausePage, heron, circle)).toMatch(/Your seat waits for you until \w+day.*I am back/);
  expect(await wordsOf(CirclePage, heron, circle)).toMatch(/You are taking a break here.*I am back/);
  const seen = await wordsOf(CirclePage, juniper, circle);
  expect(seen).toMatch(/Heron taking a break Back after Christmas/);
  expect(seen).not.toContain("I am back");
});
