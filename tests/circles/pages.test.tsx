import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import AgreementsPage from "@/app/(member)/circles/[circleId]/agreements/page";
import ChangeAgreementsPage from "@/app/(member)/circles/[circleId]/care/agreements/page";
import DescriptionPage from "@/app/(member)/circles/[circleId]/care/description/page";
import CarePage from "@/app/(member)/circles/[circleId]/care/page";
import AskToLeavePage from "@/app/(member)/circles/[circleId]/care/people/[seat]/ask-to-leave/page";
import SeatPage from "@/app/(member)/circles/[circleId]/care/people/[seat]/page";
import LeavePage from "@/app/(member)/circles/[circleId]/leave/page";
import CirclePage from "@/app/(member)/circles/[circleId]/page";
import PostPage from "@/app/(member)/circles/[circleId]/posts/[postId]/page";
import NewCirclePage from "@/app/(member)/circles/new/page";
import CirclesPage from "@/app/(member)/circles/page";
import TodayPage from "@/app/(member)/today/page";
import InvitePage from "@/app/(public)/invite/[code]/page";
import { writeAgreements } from "@/lib/circles/actions";
import { freshId } from "@/lib/ids";
import { codeOf } from "@/lib/invitations/code";
import { askToLeave, makeCofacilitator } from "@/lib/memberships/actions";
import { aCircle, aMember, anInvitation, leave, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { anEncouragement, aPost, aReply } from "../factories-of-posts";
import { submit, visit } from "../people";
import { statementsOf } from "../statements";

afterEach(() => void vi.restoreAllMocks());

type Answer = { shown: ReactElement } | { went: string } | { notFound: true };
const html = (answer: Answer): string => {
  if (!("shown" in answer)) throw new Error(`The page was not shown: ${JSON.stringify(answer)}`);
  return renderToStaticMarkup(answer.shown);
};
const words = (answer: Answer): string =>
  html(answer)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

const at = (circleId: string) => ({
  params: Promise.resolve({ circleId }),
  searchParams: Promise.resolve({}),
});
const onSeat = (circleId: string, seat: string) => ({
  params: Promise.resolve({ circleId, seat }),
  searchParams: Promise.resolve({}),
});
const openCircle = (member: Member | null, circleId: string) => visit(member, () => CirclePage(at(circleId)));
const openCircles = () => CirclesPage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) });
const openCare = (member: Member | null, circleId: string) => visit(member, () => CarePage(at(circleId)));

async function four() {
  const [juniper, heron, wren, alder] = await Promise.all(
    ["Juniper", "Heron", "Wren", "Alder"].map((name) => aMember({ name })),
  );
  if (!juniper || !heron || !wren || !alder) throw new Error("Four people were asked for.");
  return { juniper, heron, wren, alder, circle: await aCircle(juniper, [heron, wren, alder]) };
}

/** Every page of a circle, for one who may look after it and for one who may not. */
const inside = { circle: CirclePage, agreements: AgreementsPage, leave: LeavePage };
const caring = { care: CarePage, description: DescriptionPage, "care/agreements": ChangeAgreementsPage };

describe("who sees a circle's pages", () => {
  test.each(Object.entries({ ...inside, ...caring }))("%s: nobody from outside", async (_name, Page) => {
    const { juniper, heron, wren, circle } = await four();
    await leave(heron, circle);
    await submit(juniper, askToLeave, { circleId: circle.id, alias: "Wren" });
    for (const someone of [heron, wren, await aMember()]) {
      expect(await visit(someone, () => Page(at(circle.id)))).toEqual({ notFound: true });
    }
    for (const address of ["lanterns", freshId(), `${circle.id}'`]) {
      expect(await visit(juniper, () => Page(at(address)))).toEqual({ notFound: true });
    }
    expect(await visit(null, () => Page(at(circle.id)))).toEqual({
      went: expect.stringMatching(/^\/sign-in/),
    });
    expect(html(await visit(juniper, () => Page(at(circle.id)))).match(/<h1/g)).toHaveLength(1);
  });

  test.each(Object.entries(caring))("%s: only those who look after it", async (_name, Page) => {
    const { alder, heron, circle } = await four();
    expect(await visit(alder, () => Page(at(circle.id)))).toEqual({ notFound: true });
    expect(await visit(heron, () => Page(at(circle.id)))).toHaveProperty("shown");
  });

  test("a seat's page: only those who may do something about it", async () => {
    const { juniper, heron, wren, circle } = await four();
    await submit(juniper, makeCofacilitator, { circleId: circle.id, alias: "Heron" });
    const open = (member: Member, seat: string) => visit(member, () => SeatPage(onSeat(circle.id, seat)));
    const words_ = async (member: Member, seat: string) => words(await open(member, seat));
    expect(await words_(juniper, "2")).toMatch(/Hand over to Heron.*Ask Heron to leave/);
    expect(await words_(heron, "2")).toContain("Step down");
    expect(await words_(heron, "3")).toContain("Ask Wren to leave");
    expect(await words_(heron, "3")).not.toContain("Hand over");
    for (const [member, seat] of [
      [juniper, "1"],
      [juniper, "8"],
      [juniper, "two"],
      [juniper, "-1"],
      [juniper, "2e999"],
      [juniper, "99999999999"],
      [juniper, "2.5"],
      [heron, "1"],
      [wren, "2"],
      [wren, "3"],
      [await aMember(), "2"],
    ] as const) {
      expect(await open(member, seat), `${member.name} at ${seat}`).toEqual({ notFound: true });
    }
  });

  test("the page that asks once more: only those who may ask", async () => {
    const { juniper, heron, wren, circle } = await four();
    await submit(juniper, makeCofacilitator, { circleId: circle.id, alias: "Heron" });
    const open = (member: Member, seat: string) =>
      visit(member, () => AskToLeavePage(onSeat(circle.id, seat)));
    expect(words(await open(juniper, "2"))).toMatch(
      /cannot come back by an invitation.*Every invitation to this circle that is still open ends with it/,
    );
    expect(words(await open(heron, "3"))).toContain("Ask Wren to leave?");
    for (const [member, seat] of [
      [juniper, "1"],
      [heron, "1"],
      [heron, "2"],
      [wren, "2"],
    ] as const) {
      expect(await open(member, seat)).toEqual({ notFound: true });
    }
  });
});

describe("a circle's page", () => {
  test("shows its people, this week and the posts, and no account of anybody", async () => {
    const { juniper, heron, wren, circle } = await four();
    await aPost(heron, circle, { body: "Final round again." });
    const answer = await openCircle(wren, circle.id);
    expect(words(answer)).toMatch(
      /Thursday lanterns People between jobs in logistics\. Thursdays at 18:00\..*Juniper facilitator.*Wren you.*This week|today|now.*Final round again\./,
    );
    for (const account of [juniper.id, heron.id, wren.id, juniper.email]) {
      expect(html(answer)).not.toContain(account);
    }
  });

  test("tells a fresh circle what to do next, and stops when four are there", async () => {
    const juniper = await aMember();
    const circle = await aCircle(juniper);
    expect(words(await openCircle(juniper, circle.id))).toMatch(/You are the first.*Invite people/);
    const { heron, circle: grown } = await four();
    expect(words(await openCircle(heron, grown.id))).not.toMatch(/Invite people|begins with four/);
  });

  test("leads to looking after it only whoever may", async () => {
    const { juniper, wren, circle } = await four();
    expect(words(await openCircle(juniper, circle.id))).toContain("Look after this circle");
    expect(words(await openCircle(wren, circle.id))).not.toContain("Look after this circle");
  });

  test("says whose clock its time is by, where the reader's is another", async () => {
    const [juniper, wren] = [
      await aMember({ name: "Juniper", timeZone: "Europe/Berlin" }),
      await aMember({ name: "Wren", timeZone: "America/New_York" }),
    ];
    const circle = await aCircle(juniper, [wren]);
    expect(words(await openCircle(juniper, circle.id))).toContain("Thursdays at 18:00.");
    expect(words(await openCircle(wren, circle.id))).toContain("Thursdays at 18:00, Berlin time.");
  });

  test("asks whoever has not confirmed their address to do so before they write", async () => {
    const [juniper, wren] = [
      await aMember({ name: "Juniper" }),
      await aMember({ name: "Wren", verified: false }),
    ];
    const circle = await aCircle(juniper, [wren]);
    const asked = words(await openCircle(wren, circle.id));
    expect(asked).toMatch(/Please confirm your e-mail.*Send it again.*Ask or say something/);
    expect(asked).not.toContain("link is in your mail");
    expect(words(await openCircle(juniper, circle.id))).not.toContain("Please confirm your e-mail");
  });

  test("brings the video link to its people", async () => {
    const juniper = await aMember();
    const circle = await aCircle(juniper, [], { videoLink: "https://meet.example.org/lanterns" });
    expect(html(await openCircle(juniper, circle.id))).toContain('href="https://meet.example.org/lanterns"');
  });

  test("takes at most eight statements in one transaction, the same for one post and for two hundred", async () => {
    const { juniper, heron, circle } = await four();
    const say = async () => {
      const post = await aPost(heron, circle);
      await aReply(juniper, post);
      await anEncouragement(juniper, post);
    };
    await say();
    const one = await statementsOf(() => openCircle(juniper, circle.id));
    for (let many = 1; many < 200; many += 10) await Promise.all(Array.from({ length: 10 }, say));
    const many = await statementsOf(() => openCircle(juniper, circle.id));
    const beginnings = (sent: typeof one) => sent.statements.map((sql) => sql.slice(0, 60));
    expect(beginnings(many)).toEqual(beginnings(one));
    expect(one.statements.length).toBeLessThanOrEqual(8);
    expect(one.statements.length).toBeGreaterThan(3);
    expect([one.transactions, many.transactions]).toEqual([1, 1]);
  });
});

test("what was agreed is not said to have everybody's yes when it was changed since they joined", async () => {
  const { juniper, heron, circle } = await four();
  await submit(juniper, writeAgreements, { circleId: circle.id, agreements: "We meet on the hour." });
  const page = words(await visit(heron, () => AgreementsPage(at(circle.id))));
  expect(page).toContain("We meet on the hour.");
  expect(page).not.toContain("Everyone said yes");
  expect(page).toContain("Whoever joins says yes to it as it stands then.");
});

test("a name stands for itself amid other words, so that none in another script turns them around", async () => {
  const [juniper, dana] = [await aMember({ name: "Juniper" }), await aMember({ name: "דנה 2" })];
  const circle = await aCircle(dana, [juniper]);
  const post = await aPost(dana, circle);
  await aReply(dana, post);
  const page = { params: Promise.resolve({}), searchParams: Promise.resolve({}) };
  const code = codeOf(await anInvitation(dana, circle));
  const pages: [Member, () => Promise<ReactElement>][] = [
    [juniper, () => CirclePage(at(circle.id))],
    [juniper, () => PostPage({ ...page, params: Promise.resolve({ circleId: circle.id, postId: post.id }) })],
    [juniper, () => TodayPage(page)],
    [dana, () => TodayPage(page)],
    [dana, openCircles],
    [dana, () => CarePage(at(circle.id))],
    [dana, () => InvitePage({ ...page, params: Promise.resolve({ code }) })],
  ];
  for (const [member, open] of pages) {
    const shown = html(await visit(member, open));
    expect(shown).toMatch(/<bdi[^>]*>דנה 2<\/bdi>/);
    // Labels that are only read out turn nothing around.
    const apart = /<bdi[^>]*>[^<]*<\/bdi>|<label[^>]*sr-only[^>]*>[^<]*<\/label>/g;
    const around = shown.replaceAll(apart, "").replaceAll(/<[^>]+>/g, " ");
    expect(around).not.toContain("דנה");
  }
});

describe("my circles", () => {
  test("say kindly that there is none yet, with one thing to do", async () => {
    expect(words(await visit(await aMember(), openCircles))).toMatch(/in no circle yet.*Open a circle/);
  });

  test("are listed with who I am there, and no fourth is offered", async () => {
    const juniper = await aMember();
    await aCircle(juniper);
    expect(words(await visit(juniper, openCircles))).toMatch(
      /Thursday lanterns.*You are Juniper here, its facilitator.*Open a circle/,
    );
    for (const _ of [1, 2]) await aCircle(juniper);
    expect(words(await visit(juniper, openCircles))).not.toContain("Open a circle");
    expect(words(await visit(juniper, NewCirclePage))).toContain("You are in three circles");
  });

  test("ask whoever is signed out to sign in", async () => {
    for (const open of [openCircles, NewCirclePage]) {
      expect(await visit(null, open)).toEqual({ went: expect.stringMatching(/^\/sign-in/) });
    }
  });
});

describe("opening a circle", () => {
  test("starts with the member's own name and zone, and brings back what was typed", async () => {
    const heron = await aMember({ name: "Heron", timeZone: "Asia/Tokyo" });
    const fresh = html(await visit(heron, NewCirclePage));
    expect(fresh).toContain('value="Heron"');
    expect(fresh).toMatch(/<option value="Asia\/Tokyo" selected/);
    expect(fresh).toContain("Open the circle");
    const id = freshId();
    const values = { id: [id], name: ["Harbour"], timeZone: ["UTC"], meetingDay: ["2"] };
    await aDraft(heron, "circle", values);
    const kept = html(await visit(heron, NewCirclePage));
    expect(kept).toContain('value="Harbour"');
    expect(kept).toContain(id);
    expect(kept).toMatch(/<option value="UTC" selected/);
  });
});

test("looking after a circle waits for a confirmed address only where it invites", async () => {
  const juniper = await aMember({ verified: false });
  const circle = await aCircle(juniper);
  const seen = words(await openCare(juniper, circle.id));
  expect(seen).toContain("confirm your e-mail");
  expect(seen).not.toContain("How many people");
  expect(seen).toContain("Change how it is described");
});
