import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import ListingPage from "@/app/(member)/circles/[circleId]/care/listing/page";
import AnswersPage from "@/app/(member)/circles/find/answers/page";
import FindPage from "@/app/(member)/circles/find/page";
import OpenCirclePage from "@/app/(member)/circles/open/[circleId]/page";
import OpenCirclesPage from "@/app/(member)/circles/open/page";
import { aCircle, aMember, type Member } from "../factories";
import { aListing, aProposal, aSeatAsk, aWait } from "../factories-of-finding";
import { visit } from "../people";
import { statementsOf } from "../statements";

// A page that moves on by itself asks for the router of the browser that it stands in.
const nowhere = () => {};
const router = {
  back: nowhere,
  forward: nowhere,
  refresh: nowhere,
  push: nowhere,
  replace: nowhere,
  prefetch: nowhere,
} as unknown as AppRouterInstance;

type Answer = { shown: ReactElement } | { went: string } | { notFound: true };
const html = (answer: Answer): string => {
  if (!("shown" in answer)) throw new Error(`The page was not shown: ${JSON.stringify(answer)}`);
  return renderToStaticMarkup(<AppRouterContext value={router}>{answer.shown}</AppRouterContext>);
};
const words = (answer: Answer): string =>
  html(answer)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

const at = <Params extends object>(params: Params, query = {}) => ({
  params: Promise.resolve(params),
  searchParams: Promise.resolve(query),
});
const find = (member: Member, query = {}) =>
  visit(member, () => FindPage(at({}, query)) as Promise<ReactElement>);

test("whoever looks for the first time is asked what decides, and nothing more", async () => {
  const juniper = await aMember({ name: "Juniper" });
  const page = await find(juniper);
  expect(words(page)).toContain("nothing is decided until you say yes");
  expect(html(page)).toContain('value="Juniper"');
  expect(html(page).match(/name="hours"/g)).toHaveLength(21);
  expect(words(page)).toContain("Tuesday evening");
  expect(html(page)).not.toContain("Are you still looking?");
});

test("whoever has not confirmed their address, or sits in three circles, is told so in place of the form", async () => {
  expect(html(await find(await aMember({ verified: false })))).not.toContain('name="hours"');
  const busy = await aMember();
  for (const _ of [1, 2, 3]) await aCircle(busy);
  expect(words(await find(busy))).toContain("You are in three circles");
});

test("while they wait, they see what they said, and can change it, stop and look again", async () => {
  const juniper = await aMember();
  await aWait(juniper, { hours: ["2-evening", "7-morning"], languages: ["English", "Polski"] });
  const page = words(await find(juniper, { changed: "1" }));
  for (const said of [
    "We are looking",
    "Tuesday evening, Sunday morning",
    "English, Polski",
    "Look again",
    "Stop looking",
  ])
    expect(page).toContain(said);
  expect(page).toContain("has changed meanwhile");
  const form = html(await visit(juniper, () => AnswersPage() as Promise<ReactElement>));
  expect(form.match(/checked=""[^>]*value="7-morning"|value="7-morning"[^>]*checked=""/)).not.toBeNull();
  expect(words({ shown: <p>{form}</p> })).toContain("Keep this");
});

test("whoever was silent, and whoever would rather wait, are told that nothing is lost", async () => {
  const [silent, rests] = [await aMember(), await aMember()];
  await aWait(silent, { silentAt: new Date() });
  await aWait(rests, { restsUntil: new Date(Date.now() + 5 * 3_600_000) });
  expect(words(await find(silent))).toMatch(/Are you still looking\?.*your place in line is kept/);
  expect(words(await find(rests))).toMatch(
    /Nothing is proposed for about 5 hours.*Your place in line is kept/,
  );
});

test("what is proposed says why, when and what is agreed, and names nobody", async () => {
  const people = await Promise.all(["Juniper", "Heron", "Wren", "Alder"].map((name) => aMember({ name })));
  const [juniper] = people as [Member];
  await aWait(juniper, { canHold: true });
  await aProposal(people);
  const page = words(await find(juniper));
  for (const said of [
    "You all speak English, can meet on Tuesday evenings, and look for work in three different fields.",
    "Tuesdays at 18:00, Berlin time",
    "Four, with you. It opens when four have said yes.",
    "What is said here stays here.",
    "Nobody hears that you said so.",
  ])
    expect(page).toContain(said);
  expect(page).not.toMatch(/Heron|Wren|Alder|kettle/);
  expect(html(await find(juniper))).toMatch(/name="holds"[^>]*checked|checked[^>]*name="holds"/);

  await aProposal(people, { acceptedAt: new Date(), alias: "x" });
  expect(words(await find(juniper))).toContain("4 of 4 have said yes");
});

test("open circles are listed without names, with where one asked and what came of it", async () => {
  const [juniper, wren] = [await aMember({ name: "Juniper" }), await aMember({ name: "Wren" })];
  const heron = await aMember({ name: "Heron" });
  const [circle, other] = [await aCircle(juniper, [heron]), await aCircle(juniper, [heron])];
  for (const one of [circle, other]) await aListing(juniper, one, { listedWords: `People of ${one.id}.` });
  await aSeatAsk(wren, other, { words: "Hello there." });
  const list = words(
    await visit(
      wren,
      () =>
        OpenCirclesPage({
          params: Promise.resolve({}),
          searchParams: Promise.resolve({}),
        }) as Promise<ReactElement>,
    ),
  );
  expect(list).toContain(
    `People of ${circle.id}. English. Thursdays at 18:00, Berlin time. Once a week. 6 free seats.`,
  );
  expect(list).toContain("You wrote: Hello there.");
  expect(list).not.toMatch(/Juniper|lanterns/);

  const one = words(
    await visit(wren, () => OpenCirclePage(at({ circleId: circle.id })) as Promise<ReactElement>),
  );
  expect(one).toContain("What is said here stays here.");
  expect(one).not.toMatch(/Juniper|lanterns/);

  const care = words(
    await visit(juniper, () => ListingPage(at({ circleId: other.id })) as Promise<ReactElement>),
  );
  expect(care).toMatch(/Who asks for a seat.*Wren asks.*Hello there\..*Give them a seat.*Not just now/);
});

test("the waiting page asks Postgres little", async () => {
  const juniper = await aMember();
  await aWait(juniper);
  const { statements } = await statementsOf(() => find(juniper));
  expect(statements.length).toBeLessThanOrEqual(9);
});
