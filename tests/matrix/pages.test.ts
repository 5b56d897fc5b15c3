import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "@/lib/db";
import { codeOf } from "@/lib/invitations/code";
import { personMark } from "@/lib/reports/thing-id";
import { anInvitation } from "../factories";
import { aMeeting } from "../factories-of-circles";
import { aFeedbackRequest } from "../factories-of-feedback";
import { aListing } from "../factories-of-finding";
import { aGoal, aWin } from "../factories-of-goals";
import { aLearningPlan, anExperiment } from "../factories-of-learning";
import { aPlan } from "../factories-of-plans";
import { aPost, aReply } from "../factories-of-posts";
import { anUnsubscribeCode } from "../factories-of-reminders";
import { aDecision, aModerator, aReport } from "../factories-of-safety";
import { aReframe, aSetback, aWritingSession } from "../factories-of-setbacks";
import { aSupporterLink } from "../factories-of-supporters";
import { aPlannedStep, aWish } from "../factories-of-weeks";
import { visit } from "../people";
import { aWorld, expectedOf, type Person, people, type World } from "./world";

/*
 * The matrix of pages: every one, opened by every kind of person. A page that is not in the table fails
 * the suite. What is not visible and what is not there look the same.
 */

/** shown; 404; taken to sign in; taken elsewhere, being signed in already. */
type Expected = "shown" | "404" | "sign in" | "went";
type Row = Partial<Record<Person, Expected>> & { anyoneElse: Expected };
type Params = Record<string, string>;

const anyone = { anyoneElse: "shown" } as const;
const visitors = { "signed out": "shown", anyoneElse: "went" } as const;
const members = { "signed out": "sign in", anyoneElse: "shown" } as const;
const authorOnly = { "signed out": "sign in", author: "shown", anyoneElse: "404" } as const;
const seated = {
  "signed out": "sign in",
  outsider: "404",
  former: "404",
  removed: "404",
  anyoneElse: "shown",
} as const;
const holders = {
  "signed out": "sign in",
  facilitator: "shown",
  cofacilitator: "shown",
  anyoneElse: "404",
} as const;

const ofCircle = ({ circle }: World): Params => ({ circleId: circle.id });
const ofMeeting = async ({ circle, facilitator }: World): Promise<Params> => ({
  circleId: circle.id,
  meetingId: (await aMeeting(facilitator, circle)).id,
});
// The author sits in the third seat: the facilitator has the first, the co-facilitator the second.
const seatOfAuthor = ({ circle }: World): Params => ({ circleId: circle.id, seat: "3" });

const table: Record<string, { row: Row; params?: (world: World) => Params | Promise<Params> }> = {
  "(public)": { row: anyone },
  "(public)/[...nowhere]": { row: anyone },
  "(public)/privacy": { row: anyone },
  "(public)/help-now": { row: anyone },
  "(public)/join": { row: visitors },
  "(public)/sign-in": { row: visitors },
  "(public)/sign-in/provider": { row: anyone },
  "(public)/sign-in/second-step": { row: { "signed out": "sign in", anyoneElse: "went" } },
  "(public)/forgot-password": { row: anyone },
  "(public)/reset-password/[token]": { row: anyone, params: () => ({ token: "a".repeat(22) }) },
  "(public)/verify/[token]": { row: anyone, params: () => ({ token: "a".repeat(22) }) },
  "(public)/new-address/[token]": { row: anyone, params: () => ({ token: "a".repeat(22) }) },
  "(public)/goodbye": { row: anyone },
  "(public)/invite/[code]": {
    row: anyone,
    params: async ({ facilitator, circle }) => ({ code: codeOf(await anInvitation(facilitator, circle)) }),
  },
  "(member)/today": { row: members },
  "(member)/today/arrange": { row: members },
  "(member)/numbers": { row: members },
  "(member)/numbers/entries": { row: members },
  "(member)/more": { row: members },
  "(member)/settings": { row: members },
  "(member)/settings/sign-in": { row: members },
  "(member)/settings/sign-in/passkey": { row: members },
  "(member)/settings/sign-in/codes": { row: members },
  "(member)/settings/sign-in/password": { row: members },
  "(member)/settings/sign-in/e-mail": { row: members },
  "(member)/settings/calendar": { row: members },
  "(member)/settings/reminders": { row: members },
  "(public)/unsubscribe/[code]": {
    row: anyone,
    params: async ({ author }) => ({ code: await anUnsubscribeCode(author) }),
  },
  "(member)/nudges": { row: members },
  "(member)/settings/advising": { row: members },
  "(member)/circles/[circleId]/buddies": { row: seated, params: ofCircle },
  "(member)/settings/history": { row: members },
  "(member)/settings/delete": { row: members },
  "(member)/circles": { row: members },
  "(member)/circles/new": { row: members },
  "(member)/circles/find": { row: members },
  "(member)/circles/find/answers": { row: members },
  "(member)/circles/open": { row: members },
  "(member)/circles/open/[circleId]": {
    row: { "signed out": "sign in", outsider: "shown", former: "shown", anyoneElse: "404" },
    params: async (world) => {
      await aListing(world.facilitator, world.circle);
      return ofCircle(world);
    },
  },
  "(member)/circles/[circleId]/care/listing": { row: holders, params: ofCircle },
  "(member)/circles/[circleId]": { row: seated, params: ofCircle },
  "(member)/circles/[circleId]/check-in": { row: seated, params: ofCircle },
  "(member)/circles/[circleId]/week": { row: seated, params: ofCircle },
  "(member)/circles/let-go": { row: members },
  "(member)/circles/left": { row: members },
  "(member)/circles/[circleId]/pause": { row: seated, params: ofCircle },
  "(member)/circles/[circleId]/merge": { row: seated, params: ofCircle },
  "(member)/circles/[circleId]/health": { row: seated, params: ofCircle },
  "(member)/circles/[circleId]/agreements": { row: seated, params: ofCircle },
  "(member)/circles/[circleId]/leave": { row: seated, params: ofCircle },
  "(member)/circles/[circleId]/roles": { row: seated, params: ofCircle },
  "(member)/circles/[circleId]/term": { row: seated, params: ofCircle },
  "(member)/circles/[circleId]/land": { row: seated, params: ofCircle },
  "(member)/circles/[circleId]/care": { row: holders, params: ofCircle },
  "(member)/circles/[circleId]/care/agreements": { row: holders, params: ofCircle },
  "(member)/circles/[circleId]/care/description": { row: holders, params: ofCircle },
  "(member)/circles/[circleId]/care/people/[seat]": { row: holders, params: seatOfAuthor },
  "(member)/circles/[circleId]/care/people/[seat]/ask-to-leave": { row: holders, params: seatOfAuthor },
  "(member)/circles/[circleId]/meeting": { row: seated, params: ofCircle },
  "(member)/circles/[circleId]/meetings/[meetingId]": { row: seated, params: ofMeeting },
  "(member)/circles/[circleId]/meetings/[meetingId]/notes": { row: holders, params: ofMeeting },
  "(member)/circles/[circleId]/posts/[postId]": {
    row: seated,
    params: async ({ author, circle }) => ({ circleId: circle.id, postId: (await aPost(author, circle)).id }),
  },
  "(member)/circles/[circleId]/posts/[postId]/replies/[replyId]": {
    row: authorOnly,
    params: async ({ author, member, circle }) => {
      const post = await aPost(member, circle);
      return { circleId: circle.id, postId: post.id, replyId: (await aReply(author, post)).id };
    },
  },
  "(member)/circles/[circleId]/people/[seat]": {
    // Nobody has a place of their own there.
    row: { ...seated, author: "404" },
    params: seatOfAuthor,
  },
  "(member)/settings/blocked": { row: members },
  "(member)/settings/export": { row: members },
  "(member)/report/[about]/[circleId]/[thing]": {
    row: { ...seated, author: "404" },
    params: async ({ author, circle }) => ({
      about: "post",
      circleId: circle.id,
      thing: (await aPost(author, circle)).id,
    }),
  },
  "(member)/decisions": { row: members },
  "(member)/decisions/[letterId]": {
    row: authorOnly,
    params: async ({ author, member, circle }) => {
      const report = await aReport(member, await aPost(author, circle), { reportedId: author.id });
      return { letterId: (await aDecision(await aModerator(), report)).letterOf(author) };
    },
  },
  // Nobody's account rests, and nobody is a moderator (tests/moderation).
  "(member)/suspended": { row: { "signed out": "sign in", anyoneElse: "went" } },
  "(member)/moderation": { row: { "signed out": "sign in", anyoneElse: "404" } },
  "(member)/moderation/[reportId]": {
    row: { "signed out": "sign in", anyoneElse: "404" },
    params: async ({ author, member, circle }) => ({
      reportId: (await aReport(member, await aPost(author, circle), { reportedId: author.id })).id,
    }),
  },
  "(member)/setbacks": { row: members },
  "(member)/setbacks/new": { row: members },
  "(member)/setbacks/[id]": { row: authorOnly, params: ({ author }) => aSetback(author) },
  "(member)/setbacks/[id]/edit": { row: authorOnly, params: ({ author }) => aSetback(author) },
  "(member)/setbacks/[id]/let-go": { row: authorOnly, params: ({ author }) => aSetback(author) },
  "(member)/setbacks/[id]/learn": { row: authorOnly, params: ({ author }) => aSetback(author) },
  "(member)/setbacks/[id]/debrief": { row: authorOnly, params: ({ author }) => aSetback(author) },
  "(member)/practice": { row: members },
  "(member)/setbacks/[id]/own-page": { row: authorOnly, params: ({ author }) => aSetback(author) },
  "(member)/plans": { row: members },
  "(member)/plans/new": { row: members },
  "(member)/plans/[id]": { row: authorOnly, params: ({ author }) => aPlan(author) },
  "(member)/experiments": { row: members },
  "(member)/experiments/new": { row: members },
  "(member)/experiments/[id]": {
    row: authorOnly,
    params: async ({ author }) => ({ id: (await anExperiment(author)).id }),
  },
  "(member)/experiments/[id]/share": {
    row: authorOnly,
    params: async ({ author }) => ({ id: (await anExperiment(author)).id }),
  },
  "(member)/plans/[id]/share": { row: authorOnly, params: ({ author }) => aPlan(author) },
  "(member)/learning/[learningPlanId]/share": {
    row: authorOnly,
    params: async ({ author }) => ({ learningPlanId: (await aLearningPlan(author)).id }),
  },
  "(member)/setbacks/[id]/reframe": { row: authorOnly, params: ({ author }) => aSetback(author) },
  "(member)/setbacks/[id]/reframe/[reframeId]": {
    row: authorOnly,
    params: async ({ author }) => {
      const setback = await aSetback(author);
      return { ...setback, reframeId: (await aReframe(author, setback)).id };
    },
  },
  "(member)/setbacks/[id]/share": { row: authorOnly, params: ({ author }) => aSetback(author) },
  "(member)/setbacks/[id]/writing": { row: authorOnly, params: ({ author }) => aSetback(author) },
  "(member)/setbacks/[id]/writing/[sessionId]": {
    row: authorOnly,
    params: async ({ author }) => {
      const setback = await aSetback(author);
      return { id: setback.id, sessionId: (await aWritingSession(author, setback)).id };
    },
  },
  "(member)/setbacks/[id]/exercise/[kind]": {
    row: authorOnly,
    params: async ({ author }) => ({ id: (await aSetback(author)).id, kind: "kind_letter" }),
  },
  "(member)/goals": { row: members },
  "(member)/goals/new": { row: members },
  "(member)/goals/[goalId]": {
    row: authorOnly,
    params: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "(member)/goals/[goalId]/share": {
    row: authorOnly,
    params: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "(member)/patterns": { row: members },
  "(member)/learning": { row: members },
  "(member)/learning/new": { row: members },
  "(member)/learning/[learningPlanId]": {
    row: authorOnly,
    params: async ({ author }) => ({ learningPlanId: (await aLearningPlan(author)).id }),
  },
  "(member)/week": { row: members },
  "(member)/week/[stepId]": {
    row: authorOnly,
    params: async ({ author }) => ({ stepId: (await aPlannedStep(author)).id }),
  },
  "(member)/wishes": { row: members },
  "(member)/wishes/new": { row: members },
  "(member)/wishes/[wishId]": {
    row: authorOnly,
    params: async ({ author }) => ({ wishId: (await aWish(author)).id }),
  },
  "(member)/wishes/[wishId]/[screen]": {
    row: authorOnly,
    params: async ({ author }) => ({ wishId: (await aWish(author)).id, screen: "outcome" }),
  },
  "(member)/wins": { row: members },
  "(member)/wins/[winId]": {
    row: authorOnly,
    params: async ({ author }) => ({ winId: (await aWin(author)).id }),
  },
  "(member)/wins/week/[monday]": { row: members, params: () => ({ monday: "2026-11-16" }) },
  "(member)/wins/year/[year]": { row: members, params: () => ({ year: "2026" }) },
  "(member)/wins/[winId]/share": {
    row: authorOnly,
    params: async ({ author }) => ({ winId: (await aWin(author)).id }),
  },
  "(member)/feedback": { row: members },
  "(member)/feedback/new": { row: members },
  "(member)/feedback/[id]": { row: authorOnly, params: ({ author }) => aFeedbackRequest(author) },
  "(member)/feedback/[id]/share": { row: authorOnly, params: ({ author }) => aFeedbackRequest(author) },
  "(member)/jar": { row: members },
  "(public)/worried": { row: anyone },
  "(member)/supporters": { row: members },
  "(member)/supporters/new": { row: members },
  "(member)/supporters/[linkId]": {
    row: authorOnly,
    params: async ({ author }) => ({ linkId: (await aSupporterLink(author)).id }),
  },
  "(public)/s/[code]": {
    row: anyone,
    params: async ({ author }) => ({ code: (await aSupporterLink(author)).code }),
  },
};

type Page = (props: { params: Promise<Params>; searchParams: Promise<Params> }) => unknown;
const modules = import.meta.glob<{ default: Page }>("../../app/**/page.tsx");
const pages = Object.fromEntries(
  Object.entries(modules).map(([file, load]) => [file.slice("../../app/".length, -"/page.tsx".length), load]),
);

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

test("every page is in the table, and the table names no other", () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(pages).sort());
});

describe.each(Object.entries(table))("%s", (name, { row, params }) => {
  test.each(people.map((person) => [person, expectedOf(row, person)] as const))(
    "%s: %s",
    async (person, expected) => {
      expect(await open(name, person, (await params?.(world)) ?? {})).toBe(expected);
    },
  );
});

describe("made-up names in the address are a 404, or a kind page, never a fault", () => {
  test.each(Object.entries(table).filter(([name]) => name.includes("[")))("%s", async (name, { params }) => {
    const real = (await params?.(world)) ?? {};
    for (const part of Object.keys(real)) {
      for (const madeUp of ["x", "00000000-0000-7000-8000-000000000000", "9".repeat(40), "é\u0000%00'--"]) {
        const answer = await open(name, "author", { ...real, [part]: madeUp });
        const fine = name.startsWith("(member)") ? ["404"] : ["404", "shown"];
        expect(fine, `${part} ${madeUp}`).toContain(answer);
      }
    }
  });
});

async function open(name: string, person: Person, params: Params): Promise<Expected> {
  const page = (await pages[name]?.())?.default;
  if (!page) throw new Error(`There is no page ${name}.`);
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve({}) };
  const answer = await visit(person === "signed out" ? null : world[person], async () => page(props));
  if ("notFound" in answer) return "404";
  if ("went" in answer) return answer.went.startsWith("/sign-in") ? "sign in" : "went";
  return "shown";
}

describe("on no page is one of two who share nothing there for the other", () => {
  test.each([
    ["blocker", "blocked"],
    ["blocked", "blocker"],
  ] as const)("%s sees nothing of %s", async (one, other) => {
    const post = await aPost(world[other], world.circle, { body: "Words of the other" });
    const below = await aReply(world[other], await aPost(world.author, world.circle));
    const seat = await asSystem((db) =>
      db.membership.findFirst({ where: { circleId: world.circle.id, userId: world[other].id } }),
    );
    const { id: circleId } = world.circle;
    const pagesAbout: [string, Params][] = [
      ["(member)/circles/[circleId]/posts/[postId]", { circleId, postId: post.id }],
      ["(member)/circles/[circleId]/people/[seat]", { circleId, seat: String(seat?.seat) }],
      ["(member)/circles/[circleId]/care/people/[seat]", { circleId, seat: String(seat?.seat) }],
      ["(member)/report/[about]/[circleId]/[thing]", { about: "post", circleId, thing: post.id }],
      ["(member)/report/[about]/[circleId]/[thing]", { about: "reply", circleId, thing: below.id }],
      [
        "(member)/report/[about]/[circleId]/[thing]",
        { about: "person", circleId, thing: personMark(circleId, world[other].id) },
      ],
    ];
    for (const [name, params] of pagesAbout) {
      expect(await open(name, one, params), name).toBe("404");
      if (!name.includes("care")) expect(await open(name, "member", params), name).toBe("shown");
    }
  });
});
