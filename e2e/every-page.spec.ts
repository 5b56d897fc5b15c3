import { globSync } from "node:fs";
import type { Page } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { codeOf } from "@/lib/invitations/code";
import {
  aGoal,
  aMailedLink,
  aMember,
  anEffort,
  anEncouragement,
  anInvitation,
  aPasskey,
  aPost,
  aReply,
  aSetback,
  aWin,
  someCodes,
} from "@/tests/factories";
import { aWorld, type World } from "@/tests/matrix/world";
import { test as base, expect, expectAccessible } from "./fixtures";
import { beginCodes, signIn, turnCodesOn } from "./steps";

/*
 * Every page there is, opened by somebody who sees a lot on it: no finding of axe in light or dark, on a
 * phone or a desk, with everything unfolded; no sideways scrolling; one h1 and a title. A page that is not in
 * the table fails the suite.
 */

type Seen = Awaited<ReturnType<typeof aSeenWorld>>;
type Who = "nobody" | "careful" | Exclude<keyof World, "circle">;
/** Who opens a page, at which address, which words show that it is the page that was meant, and what came before. */
type Row = [
  who: Who,
  path: (seen: Seen) => string,
  heading: RegExp,
  before?: (page: Page, seen: Seen) => Promise<unknown>,
];

const ofCircle =
  (rest = "") =>
  ({ circle }: Seen) =>
    `/circles/${circle.id}${rest}`;

const table: Record<string, Row[]> = {
  "(public)": [["nobody", () => "/", /^A calm place/]],
  "(public)/[...nowhere]": [
    ["nobody", () => "/nowhere", /^There is nothing here/],
    ["author", () => "/no/where", /^There is nothing here/],
  ],
  "(public)/privacy": [["nobody", () => "/privacy", /^Privacy$/]],
  "(public)/help-now": [["nobody", () => "/help-now?country=DE", /^Need help now\?$/]],
  "(public)/join": [["nobody", () => "/join", /^Join Onward$/]],
  "(public)/sign-in": [["nobody", () => "/sign-in?kept=1", /^Sign in$/]],
  "(public)/sign-in/provider": [
    ["nobody", () => "/sign-in/provider?trouble=denied", /^You said no there$/],
    ["author", () => "/sign-in/provider", /^This way in is used, or over$/],
  ],
  "(public)/sign-in/second-step": [
    [
      "nobody",
      () => "/sign-in/second-step",
      /^One more step$/,
      async (page, { careful }) => {
        await page.goto("/sign-in");
        await signIn(page, careful.email);
        await expect(page).toHaveURL(/second-step/);
      },
    ],
  ],
  "(public)/forgot-password": [["nobody", () => "/forgot-password", /^Set a new password$/]],
  "(public)/reset-password/[token]": [
    ["nobody", ({ links }) => `/reset-password/${links.reset}`, /^Choose a new password$/],
    ["nobody", () => `/reset-password/${"a".repeat(22)}`, /^This link does not work any more$/],
  ],
  "(public)/verify/[token]": [
    ["nobody", ({ links }) => `/verify/${links.verify}`, /^Confirm your e-mail$/],
    ["unverified", ({ links }) => `/verify/${links.verify}`, /^Confirm your e-mail$/],
    ["author", ({ links }) => `/verify/${links.verified}`, /^Your e-mail is confirmed$/],
    ["nobody", ({ links }) => `/verify/${links.taken}`, /^You have another account with this address$/],
    ["nobody", () => `/verify/${"a".repeat(22)}`, /^This link does not work any more$/],
  ],
  "(public)/new-address/[token]": [
    ["nobody", ({ links }) => `/new-address/${links.newAddress}`, /^Your new e-mail address$/],
    ["author", ({ links }) => `/new-address/${links.newAddress}`, /^Your new e-mail address$/],
    ["careful", ({ links }) => `/new-address/${links.changed}`, /^Your address is changed$/],
    ["nobody", () => `/new-address/${"a".repeat(22)}`, /^This link does not work any more$/],
  ],
  "(public)/goodbye": [["nobody", () => "/goodbye", /^Take care$/]],
  "(public)/invite/[code]": [
    ["nobody", ({ invitation }) => `/invite/${codeOf(invitation)}`, /^Thursday lanterns$/],
    ["outsider", ({ invitation }) => `/invite/${codeOf(invitation)}`, /^Thursday lanterns$/],
    ["member", ({ invitation }) => `/invite/${codeOf(invitation)}`, /^You are in this circle$/],
    ["nobody", () => `/invite/${"a".repeat(43)}`, /^This link does not work any more$/],
  ],
  "(member)/today": [
    ["author", () => "/today", /Heron$/],
    ["unverified", () => "/today", /Linnet$/],
    ["former", () => "/today", /Marten$/],
  ],
  "(member)/more": [["author", () => "/more", /^More$/]],
  "(member)/settings": [["unverified", () => "/settings", /^Settings$/]],
  "(member)/settings/sign-in": [
    ["unverified", () => "/settings/sign-in", /^Signing in$/],
    ["author", () => "/settings/sign-in", /^Signing in$/],
    ["careful", () => "/settings/sign-in", /^Signing in$/],
  ],
  "(member)/settings/sign-in/passkey": [["author", () => "/settings/sign-in/passkey", /^Add a passkey$/]],
  "(member)/settings/sign-in/codes": [
    ["author", () => "/settings/sign-in/codes", /^One-time codes$/],
    ["careful", () => "/settings/sign-in/codes", /^One-time codes$/],
    ["facilitator", () => "/settings/sign-in/codes", /^One-time codes$/, beginCodes],
    ["member", () => "/settings/sign-in/codes", /^One-time codes$/, turnCodesOn],
  ],
  "(member)/settings/sign-in/password": [
    ["author", () => "/settings/sign-in/password", /^Change your password$/],
  ],
  "(member)/settings/sign-in/e-mail": [
    ["author", () => "/settings/sign-in/e-mail", /^Change your e-mail address$/],
  ],
  "(member)/settings/history": [["author", () => "/settings/history", /^What happened to your account$/]],
  "(member)/settings/delete": [
    ["author", () => "/settings/delete", /^Delete your account$/],
    ["author", () => "/settings/delete?sure=1", /^Delete your account now\?$/],
  ],
  "(member)/circles": [
    ["author", () => "/circles", /^Circles$/],
    ["former", () => "/circles", /^Circles$/],
  ],
  "(member)/circles/new": [["author", () => "/circles/new", /^Open a circle$/]],
  "(member)/circles/[circleId]": [
    ["author", ofCircle(), /^Thursday lanterns$/],
    ["facilitator", ofCircle(), /^Thursday lanterns$/],
  ],
  "(member)/circles/[circleId]/agreements": [["facilitator", ofCircle("/agreements"), /^What we agreed$/]],
  "(member)/circles/[circleId]/leave": [["facilitator", ofCircle("/leave"), /^Leave Thursday lanterns\?$/]],
  "(member)/circles/[circleId]/care": [["facilitator", ofCircle("/care"), /^Look after this circle$/]],
  "(member)/circles/[circleId]/care/agreements": [
    ["facilitator", ofCircle("/care/agreements"), /^Change the agreements$/],
  ],
  "(member)/circles/[circleId]/care/description": [
    ["facilitator", ofCircle("/care/description"), /^How the circle is described$/],
  ],
  "(member)/circles/[circleId]/care/people/[seat]": [
    ["facilitator", ofCircle("/care/people/3"), /^Heron's role and seat$/],
  ],
  "(member)/circles/[circleId]/care/people/[seat]/ask-to-leave": [
    ["facilitator", ofCircle("/care/people/3/ask-to-leave"), /^Ask Heron to leave\?$/],
  ],
  "(member)/circles/[circleId]/posts/[postId]": [
    ["author", (seen) => `${ofCircle()(seen)}/posts/${seen.post.id}`, /^Shared by Juniper$/],
  ],
  "(member)/circles/[circleId]/posts/[postId]/replies/[replyId]": [
    [
      "author",
      (seen) => `${ofCircle()(seen)}/posts/${seen.post.id}/replies/${seen.reply.id}`,
      /^Change your reply$/,
    ],
  ],
  "(member)/setbacks": [
    ["author", ({ deletedSetback }) => `/setbacks?deleted=${deletedSetback.id}`, /^Setbacks$/],
    ["former", () => "/setbacks", /^Setbacks$/],
    ["author", () => "/setbacks?q=kingfisher", /^Setbacks$/],
  ],
  "(member)/setbacks/new": [["author", () => "/setbacks/new", /^Log a setback$/]],
  "(member)/setbacks/[id]": [["author", ({ setback }) => `/setbacks/${setback.id}`, /^Silence$/]],
  "(member)/setbacks/[id]/edit": [["author", ({ setback }) => `/setbacks/${setback.id}/edit`, /^Edit$/]],
  "(member)/setbacks/[id]/share": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/share?changed=1`, /^Share with a circle$/],
  ],
  "(member)/goals": [
    ["author", ({ finished }) => `/goals?finished=${finished.id}`, /^Goals$/],
    ["former", () => "/goals", /^Goals$/],
  ],
  "(member)/goals/new": [["author", () => "/goals/new?preset=walk", /^Add a goal$/]],
  "(member)/goals/[goalId]": [
    ["author", ({ goal }) => `/goals/${goal.id}`, /^Applications$/],
    ["author", ({ finished }) => `/goals/${finished.id}`, /^Ask for feedback$/],
  ],
  "(member)/goals/[goalId]/share": [["author", ({ goal }) => `/goals/${goal.id}/share`, /^Share progress$/]],
  "(member)/wins": [
    ["author", ({ win }) => `/wins?written=${win.id}`, /^Wins$/],
    ["former", () => "/wins", /^Wins$/],
  ],
  "(member)/wins/[winId]/share": [
    ["author", ({ win }) => `/wins/${win.id}/share`, /^Put a win in a circle$/],
  ],
};

const test = base.extend<object, { seen: Seen }>({
  // Each worker seeds one world and looks at all of its pages in that.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to read here what a fixture needs.
  seen: [async ({}, use) => use(await aSeenWorld()), { scope: "worker" }],
});

// What axe reads stands in its findings; a trace of each look would take longer than the looking.
test.use({ trace: "off" });

test("the table names every page and no other", () => {
  const pages = globSync("app/**/page.tsx").map((file) =>
    file.replaceAll("\\", "/").slice("app/".length, -"/page.tsx".length),
  );
  expect(Object.keys(table).sort()).toEqual(pages.sort());
});

for (const [name, rows] of Object.entries(table)) {
  for (const [who, path, heading, before] of rows) {
    test(`${name}, seen by ${who}: ${heading.source}`, async ({ seen, someone, signedIn }) => {
      const page = who === "nobody" ? await someone() : (await signedIn(seen[who])).page;
      await before?.(page, seen);
      await page.goto(path(seen));
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await expect(page).toHaveTitle(/^(\S.* · Onward|Onward, a calm place .*)$/);
      await page.locator("details").evaluateAll((folds: HTMLDetailsElement[]) => {
        for (const fold of folds) fold.open = true;
      });
      await expectAccessible(page);
    });
  }
}

test("a form that was not taken is as easy to read as before", async ({ someone }) => {
  const page = await someone();
  await page.goto("/join");
  await page.getByRole("button", { name: "Join Onward" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expectAccessible(page);
});

test("what a circle will see is as easy to read as the rest", async ({ seen, signedIn }) => {
  const { page } = await signedIn(seen.author);
  await page.goto(`/setbacks/${seen.setback.id}/share`);
  await page.getByRole("button", { name: "See what they will see" }).click();
  await expect(page.getByRole("article")).toBeVisible();
  await expectAccessible(page);
});

test("a page that is not there is as easy to read as one that is", async ({ seen, someone, signedIn }) => {
  const outside = await someone();
  await outside.goto("/nowhere");
  await expectAccessible(outside);
  const { page: inside } = await signedIn(seen.author);
  await inside.goto(`/circles/${freshId()}`);
  await expect(inside.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectAccessible(inside);
});

/** A world in which a lot has happened lately: a circle with every kind of post, and an author with a past. */
async function aSeenWorld() {
  const world = await aWorld();
  const { facilitator, cofacilitator, author, member, circle } = world;
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  await asSystem(async (db) => {
    const [userId, device] = [author.id, "Safari on iPhone"];
    await db.session.create({ data: { id: freshId(), userId, device, expiresAt: daysAgo(-1) } });
    await db.securityEvent.createMany({
      data: Array.from({ length: 60 }, () => ({ userId, id: freshId(), kind: "signed in", device })),
    });
  });
  await aPost(author, circle, { body: "Is anybody there?", need: "both", createdAt: daysAgo(3) });
  await aPost(member, circle, { kind: "win", need: null, body: "I asked them for feedback." });
  await aPost(cofacilitator, circle, { kind: "progress", need: null, body: "Showed up on 4 of 7 days." });
  const gone = await aPost(member, circle, { body: "", takenBackAt: new Date() });
  await aReply(author, gone, { body: "Not at all." });
  const post = await aPost(facilitator, circle, {
    kind: "setback",
    need: "ideas",
    body: "They went with someone internal. I read https://example.org/a-rather-long-address-that-nobody-can-break/anywhere-at-all",
    details: ["Turned down after the final round", "At a company in logistics"],
  });
  await aReply(member, post);
  const reply = await aReply(author, post, { body: "I sat in the car too." });
  await anEncouragement(author, post);
  await anEncouragement(member, post, "been_there");

  const setback = await aSetback(author, {
    happened: "Four weeks, and not a word.\n\nI keep opening the inbox.",
    kind: "silence",
    company: "Kestrel Freight",
    role: "Dispatcher",
    industry: "Logistics",
    stage: "second interview",
    source: "a friend",
    feelings: { deflated: 7, hopeful: 2 },
  });
  const deletedSetback = await aSetback(author, { deletedAt: new Date() });
  const goal = await aGoal(author, { title: "Applications", times: 2 });
  await anEffort(author, goal);
  await aGoal(author, { title: "A walk outside", category: "routine", rhythm: "week", times: 4 });
  const finished = await aGoal(author, {
    title: "Ask for feedback",
    category: "people",
    rhythm: "finish_line",
    times: 5,
    finishedAt: new Date(),
  });
  const win = await aWin(author);
  const invitation = await anInvitation(facilitator, circle);
  // Somebody who guards their account with everything there is.
  const careful = await aMember({ name: "Siskin" });
  await someCodes(careful);
  await aPasskey(careful);
  const links = {
    reset: await aMailedLink(member, "reset"),
    verify: await aMailedLink(world.unverified, "verify"),
    verified: await aMailedLink(author, "verify"),
    taken: await aMailedLink(await aMember({ email: author.email, verified: false }), "verify"),
    newAddress: await aMailedLink(author, "change_email", "juniper@example.org"),
    // As it looks once the address is theirs.
    changed: await aMailedLink(careful, "change_email", careful.email),
  };
  return { ...world, careful, post, reply, setback, deletedSetback, goal, finished, win, invitation, links };
}
