import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import SeatPage from "@/app/(member)/circles/[circleId]/care/people/[seat]/page";
import LandPage from "@/app/(member)/circles/[circleId]/land/page";
import CirclePage from "@/app/(member)/circles/[circleId]/page";
import RolesPage from "@/app/(member)/circles/[circleId]/roles/page";
import TermPage from "@/app/(member)/circles/[circleId]/term/page";
import CirclesPage from "@/app/(member)/circles/page";
import { freshId } from "@/lib/ids";
import { lookAtThanks } from "@/lib/landings/actions";
import { offerTurn } from "@/lib/roles/actions";
import { findRoles } from "@/lib/roles/queries";
import { connected } from "../database/connect";
import { aCircle, aMember, type Member } from "../factories";
import { aLanding } from "../factories-of-circles";
import { as, submit, visit } from "../people";
import { statementsOf } from "../statements";

afterEach(() => void vi.restoreAllMocks());

const at = (circleId: string, query: Record<string, string> = {}) => ({
  params: Promise.resolve({ circleId }),
  searchParams: Promise.resolve(query),
});
type Page = (props: ReturnType<typeof at>) => Promise<unknown>;

async function words(member: Member, page: Page, circleId: string, query?: Record<string, string>) {
  const answer = await visit(member, () => page(at(circleId, query)));
  if (!("shown" in answer)) throw new Error(`The page was not shown: ${JSON.stringify(answer)}`);
  return renderToStaticMarkup(answer.shown as ReactElement)
    .replace(/<script.*?<\/script>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .replaceAll("&#x27;", "'")
    .replace(/ ([,.])/g, "$1");
}

async function four() {
  const [juniper, heron, wren, alder] = await Promise.all(
    ["Juniper", "Heron", "Wren", "Alder"].map((name) => aMember({ name })),
  );
  if (!juniper || !heron || !wren || !alder) throw new Error("Four people were asked for.");
  return { juniper, heron, wren, alder, circle: await aCircle(juniper, [heron, wren, alder]) };
}

test("turns show who has which role, the weeks that come, and what each may do", async () => {
  const { juniper, heron, wren, circle } = await four();
  const seen = await words(juniper, RolesPage, circle.id);
  expect(seen).toMatch(/Holds the circle J Juniper \(you\) Keeps the time H Heron/);
  expect(seen).toMatch(/The next weeks.*this week.*Holds it Juniper \(you\) Keeps the time Heron/);
  expect(seen).toMatch(/When does it become the next one's turn\?.*Every four weeks/);
  expect(seen).toContain("Offer it to the circle");
  const roles = await as(heron, (viewer) => findRoles(viewer, circle.id));
  const theirs = roles?.weeks.find((week) => week.facilitator?.isMe);
  await submit(heron, offerTurn, {
    id: freshId(),
    circleId: circle.id,
    weekOn: theirs?.weekOn,
    role: "facilitator",
    alias: "Wren",
  });
  expect(await words(heron, RolesPage, circle.id)).toContain("You ask Wren to stand in. Keep it after all");
  expect(await words(wren, RolesPage, circle.id)).toContain("Asks you to stand in. I will");
  expect(await words(juniper, RolesPage, circle.id)).toContain("Asks Wren to stand in.");
  expect(await words(wren, RolesPage, circle.id)).toContain("Roles go round every four weeks, by seats.");
});

test("whoever has a role reads how it is done for the first time, with words to borrow", async () => {
  const { juniper, circle } = await four();
  const answer = await visit(juniper, () => (RolesPage as Page)(at(circle.id)));
  const html = renderToStaticMarkup((answer as { shown: ReactElement }).shown);
  expect(html).toMatch(/<details[^>]* open=""[^>]*>(?:(?!<\/details>).)*Holding the circle, step by step/s);
  expect(html).not.toMatch(/<details[^>]* open=""[^>]*>(?:(?!<\/details>).)*Keeping the time, step by step/s);
  for (const when of ["Before", "At the beginning", "In the round", "At the end"])
    expect(html.split(`>${when}</h3>`)).toHaveLength(3);
});

test("turns take as many statements for eight people as for two", async () => {
  const counts = [];
  for (const many of [1, 7]) {
    const juniper = await aMember();
    const others = await Promise.all(
      Array.from({ length: many }, (_, at) => aMember({ name: `Swift ${at}` })),
    );
    const circle = await aCircle(juniper, others);
    const { statements } = await statementsOf(() => visit(juniper, () => (RolesPage as Page)(at(circle.id))));
    counts.push(statements.length);
  }
  expect(counts[0]).toBe(counts[1]);
});

test("a circle's page says who keeps the time, and leads to the turns; a seat's page gives it to somebody", async () => {
  const { juniper, circle } = await four();
  const seen = await words(juniper, CirclePage as Page, circle.id);
  expect(seen).toContain("co-facilitator, timekeeper");
  expect(seen).toContain("Turns");
  const props = {
    params: Promise.resolve({ circleId: circle.id, seat: "3" }),
    searchParams: Promise.resolve({}),
  };
  const answer = await visit(juniper, async () => SeatPage(props));
  expect(renderToStaticMarkup((answer as { shown: ReactElement }).shown)).toContain("Let Wren keep the time");
});

test("twelve weeks are said as they are, and all three ways on are there when they end", async () => {
  const { heron, circle } = await four();
  expect(await words(heron, TermPage, circle.id)).toMatch(/go on until .*Rest for a while.*Land/);
  const pass = (days: number) =>
    connected("admin", (admin) =>
      admin.query(
        "update memberships set term_from = term_from - $2 * interval '1 day' where circle_id = $1",
        [circle.id, days],
      ),
    );
  await pass(80);
  expect(await words(heron, TermPage, circle.id)).toMatch(
    /Your twelve weeks end on .*Twelve weeks more.*Rest for a while.*Land/,
  );
  await pass(80);
  expect(await words(heron, TermPage, circle.id)).toContain(
    "You are still here and nothing happens by itself",
  );
});

test("landing shows the words before they are sent, then the choice; and a list of where one landed", async () => {
  const { juniper, heron, circle } = await four();
  expect(await words(heron, LandPage, circle.id)).toMatch(
    /You found something.*See how it looks.*Go on without words/,
  );
  // A preview that is not there is not shown.
  expect(await words(heron, LandPage, circle.id, { step: "look" })).toContain("You found something");
  await submit(heron, lookAtThanks, { circleId: circle.id, words: "Thank you for the Thursdays." });
  expect(await words(heron, LandPage, circle.id, { step: "look" })).toMatch(
    /Before you land Nothing has been sent or changed yet\..*Thank you for the Thursdays\..*You were here for a day\..*Leave my seat.*Stay for now/,
  );
  expect(await words(heron, LandPage, circle.id, { step: "quietly" })).not.toContain("Thursdays.");
  await aLanding(heron, circle, { shown: true, supports: true });
  const list = await visit(heron, () =>
    CirclesPage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) }),
  );
  expect(renderToStaticMarkup((list as { shown: ReactElement }).shown)).toMatch(
    /Where you landed.*Come back/s,
  );
  expect(await words(juniper, RolesPage, circle.id)).toMatch(
    /Landed from here Heron landed just now, and would like to be somebody's supporter/,
  );
});
