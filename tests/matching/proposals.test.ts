import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ProposalCard } from "@/components/matching/proposal-card";
import { findCircle } from "@/lib/circles/queries";
import { asSystem, prisma } from "@/lib/db";
import { findCircles } from "@/lib/jobs/find-circles";
import { acceptProposal, lookForCircle, lookOn, stopLooking, waitLonger } from "@/lib/matching/actions";
import { findProposal, findStage, findWait } from "@/lib/matching/queries";
import { connected } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aListing, aProposal, aWait } from "../factories-of-finding";
import { keepApart } from "../keep-apart";
import { as, submit } from "../people";

/* In a database of its own: whoever waits is put together with whoever else does. */

let end: () => Promise<void>;
beforeAll(async () => {
  end = await moveToScratchDatabase();
});
afterAll(async () => {
  await prisma().$disconnect();
  await end();
});
// Whom another test left waiting is in nobody's way.
beforeEach(() =>
  connected("admin", async (admin) => {
    await admin.query("delete from waits");
    await admin.query("delete from proposals");
    await admin.query("update circles set matched_at = null");
  }),
);

const NAMES = ["Juniper", "Heron", "Wren", "Alder", "Sorrel", "Linnet", "Marten"];
const some = (count: number): Promise<Member[]> =>
  Promise.all(NAMES.slice(0, count).map((name) => aMember({ name })));
const waiting = async (count: number, told: Parameters<typeof aWait>[1] = {}): Promise<Member[]> => {
  const members = await some(count);
  for (const member of members) await aWait(member, told);
  return members;
};

const stageOf = (member: Member) => as(member, findStage);
const proposalOf = (member: Member) => as(member, findProposal);
const proposalIds = async (members: Member[]) =>
  Promise.all(members.map(async (member) => (await proposalOf(member))?.id));
const nudgesOf = (member: Member) =>
  as(member, ({ db }) => db.nudge.findMany({ where: { doneAt: null }, select: { kind: true } })).then(
    (found) => found.map(({ kind }) => kind),
  );
const seats = (circleId: string) =>
  asSystem((db) =>
    db.membership.findMany({
      where: { circleId, leftAt: null },
      select: { userId: true, alias: true, role: true },
      orderBy: { seat: "asc" },
    }),
  );

const asked = {
  timeZone: "Europe/Berlin",
  languages: ["English"],
  hours: ["2-evening"],
  level: "mid",
  field: "care",
  pace: "weekly",
  need: "both",
  alias: "Grey Heron",
};
const yes = (member: Member, { id }: { id: string }, more = {}) =>
  submit(member, acceptProposal, { proposalId: id, alias: member.name, agreed: true, ...more });
const proposedTo = async (member: Member) => (await proposalOf(member)) ?? expect.unreachable();

describe("looking for a circle", () => {
  test("whoever looks waits, and what they said is theirs alone", async () => {
    const [juniper, heron] = [await aMember(), await aMember()];
    const sent = await submit(juniper, lookForCircle, { ...asked, employer: "Acme GmbH", canHold: true });
    expect(sent).toEqual({ status: "went", to: "/circles/find" });
    expect(await as(juniper, findWait)).toMatchObject({
      hours: ["2-evening"],
      alias: "Grey Heron",
      isLooking: true,
      hasEmployer: true,
      canHold: true,
    });
    expect(await as(heron, findWait)).toBeNull();
    expect(await stageOf(juniper)).toEqual({ name: "looking" });
    // The name of the employer is nowhere.
    const kept = await connected("admin", (admin) => admin.query("select w::text as row from waits w"));
    expect(JSON.stringify(kept.rows)).not.toMatch(/acme/i);
  });

  test("an employer's people are apart however they write its name", async () => {
    const people = await some(4);
    const written = ["Acme", "ACME GmbH", "", "other"];
    for (const [at, member] of people.entries()) {
      await submit(member, lookForCircle, { ...asked, alias: member.name, employer: written[at] });
    }
    await findCircles();
    expect(await proposalIds(people)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("said anew, it keeps the place in line, and the employer that was named unless it is to be forgotten", async () => {
    const juniper = await aMember();
    await aWait(juniper, { since: new Date("2026-01-02T10:00:00Z"), employer: "Acme" });
    await submit(juniper, lookForCircle, { ...asked, hours: ["3-morning", "4-morning"] });
    const wait = await as(juniper, findWait);
    expect(wait).toMatchObject({ hours: ["3-morning", "4-morning"], hasEmployer: true });
    expect(wait?.since?.iso).toBe("2026-01-02T10:00Z");
    await submit(juniper, lookForCircle, { ...asked, forgetEmployer: true });
    expect(await as(juniper, findWait)).toMatchObject({ hasEmployer: false });
  });

  test("an unconfirmed address, a third circle and an empty week are told what to do", async () => {
    const unverified = await aMember({ verified: false });
    expect(await submit(unverified, lookForCircle, asked)).toMatchObject({ status: "refused" });
    const busy = await aMember();
    for (const _ of [1, 2, 3]) await aCircle(busy);
    expect(await submit(busy, lookForCircle, asked)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("three circles"),
    });
    expect(await submit(await aMember(), lookForCircle, { ...asked, hours: [] })).toMatchObject({
      status: "invalid",
      fieldErrors: { hours: expect.any(String) },
      values: expect.objectContaining({ alias: ["Grey Heron"] }),
    });
  });

  test("whoever stops is forgotten", async () => {
    const juniper = await aMember();
    await aWait(juniper);
    expect(await submit(juniper, stopLooking, {})).toEqual({ status: "went", to: "/circles" });
    expect(await as(juniper, findWait)).toBeNull();
    expect(await submit(juniper, stopLooking, {})).toMatchObject({ status: "went" });
  });
});

describe("what is proposed", () => {
  test("four who fit are told why, how many they are, and no names", async () => {
    const people = await waiting(4);
    await findCircles();
    const proposal = await proposedTo(people[0] as Member);
    expect(new Set(await proposalIds(people)).size).toBe(1);
    expect(proposal).toMatchObject({
      why: "You all speak English, can meet on Tuesday evenings, and look for work in the same field.",
      people: 4,
      yes: 0,
      saidYes: false,
    });
    expect(JSON.stringify(proposal)).not.toMatch(/Heron|Wren|Alder/);
    expect(await nudgesOf(people[1] as Member)).toEqual(["proposal"]);
    await findCircles();
    expect(await proposalIds(people)).toEqual(Array(4).fill(proposal.id));
  });

  test("whoever comes while it is open joins it, up to six", async () => {
    const people = await waiting(4);
    await findCircles();
    const [first] = await proposalIds(people);
    const late = await Promise.all([1, 2, 3].map((at) => aMember({ name: `Late ${at}` })));
    for (const member of late) await aWait(member);
    await findCircles();
    expect(await proposalIds(late)).toEqual([first, first, undefined]);
    expect(await proposalOf(people[0] as Member)).toMatchObject({ people: 6 });
  });

  test("what is said of everybody's field stays true when somebody comes, and when somebody goes", async () => {
    const [juniper] = (await waiting(4)) as [Member];
    await findCircles();
    const [another, silent] = [await aMember({ name: "Tern" }), await aMember({ name: "Dunlin" })];
    const same = "You all speak English, can meet on Tuesday evenings, and look for work in the same field.";
    const two = same.replace("the same field", "two different fields");
    const says = async () => [(await proposedTo(juniper)).why, (await proposalOf(another))?.why];
    expect(await says()).toEqual([same, undefined]);

    await aWait(another, { field: "care" });
    await findCircles();
    expect(await says()).toEqual([two, two]);

    await aWait(silent, { field: "" });
    await findCircles();
    const neither = "You all speak English and can meet on Tuesday evenings.";
    expect([...(await says()), (await proposedTo(silent)).why]).toEqual([neither, neither, neither]);

    await submit(silent, waitLonger, { proposalId: (await proposedTo(silent)).id });
    expect(await says()).toEqual([two, two]);
    await submit(another, stopLooking, {});
    expect(await says()).toEqual([same, undefined]);
  });

  test.each<[string, (people: Member[]) => Promise<unknown>]>([
    [
      "has not confirmed their address",
      ([who]) =>
        asSystem((db) => db.user.updateMany({ where: { id: who?.id ?? "" }, data: { verifiedAt: null } })),
    ],
    [
      "leaves Onward",
      ([who]) =>
        asSystem((db) =>
          db.user.updateMany({
            where: { id: who?.id ?? "" },
            data: { leavesAt: new Date(Date.now() + 9e8) },
          }),
        ),
    ],
    [
      "sits in three circles",
      async ([who]) => {
        for (const _ of [1, 2, 3]) await aCircle(who as Member);
      },
    ],
    ["is blocked by one of the others", ([who, other]) => keepApart(other as Member, who as Member)],
  ])("nothing is proposed where the fourth %s", async (_, but) => {
    const people = await waiting(4);
    await but(people);
    await findCircles();
    expect(await proposalIds(people)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("a seat that a circle offers is proposed to who fits, and a yes seats them at once", async () => {
    const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [], { meetingDay: 2, meetingTime: "18:30" });
    await aListing(juniper, circle, { takesUpTo: 5, isMatched: true });
    await aWait(heron);
    await findCircles();
    const proposal = await proposedTo(heron);
    expect(proposal).toMatchObject({ isThere: true, agreements: "What is said here stays here." });
    expect(await yes(heron, proposal)).toEqual({ status: "went", to: `/circles/${circle.id}` });
    expect((await seats(circle.id)).map(({ alias }) => alias)).toEqual(["Juniper", "Heron"]);
    expect(await stageOf(heron)).toEqual({ name: "seated", circleId: circle.id });
  });

  test("those who would like to meet twice are told both moments, and their circle meets at both", async () => {
    const people = await waiting(4, { pace: "twice", hours: ["2-evening", "5-morning"] });
    const [juniper] = people as [Member];
    await findCircles();
    const proposal = await proposedTo(juniper);
    expect(proposal).toMatchObject({
      why: expect.stringMatching(
        /can meet on (Tuesday evenings and Friday mornings|Friday mornings and Tuesday evenings), and/,
      ),
      meets: expect.stringMatching(
        /^(Tuesdays at 18:00 and Fridays at 09:00|Fridays at 09:00 and Tuesdays at 18:00), Berlin time$/,
      ),
      lacksSecondDay: false,
    });
    // Who comes later is free for both.
    const [half, whole] = [await aMember({ name: "Tern" }), await aMember({ name: "Dunlin" })];
    await aWait(half, { pace: "twice" });
    await aWait(whole, { pace: "twice", hours: ["2-evening", "5-morning", "6-morning"] });
    await findCircles();
    expect(await proposalIds([half, whole])).toEqual([undefined, proposal.id]);
    for (const member of people) await yes(member, proposal);
    expect(await as(juniper, (viewer) => findCircle(viewer, proposal.id))).toMatchObject({
      pace: "twice",
      lacksSecondDay: false,
      meeting: { weekly: proposal.meets.replace(", Berlin time", "") },
    });
  });

  test("where all are free on one day alone they are told so, and the second day is theirs to choose", async () => {
    const people = await waiting(4, { pace: "twice" });
    const [juniper] = people as [Member];
    await findCircles();
    const proposal = await proposedTo(juniper);
    expect(proposal).toMatchObject({ meets: "Tuesdays at 18:00, Berlin time", lacksSecondDay: true });
    const card = renderToStaticMarkup(
      ProposalCard({ proposal, alias: "Juniper", canHold: false }) as ReactElement,
    );
    expect(card).toContain("There is no second time at which all of you are free");
    for (const member of people) await yes(member, proposal);
    expect(await as(juniper, (viewer) => findCircle(viewer, proposal.id))).toMatchObject({
      pace: "twice",
      lacksSecondDay: true,
    });
  });

  test("a seat in a circle that meets twice is for who is free for both", async () => {
    const [juniper, half, whole] = [
      await aMember({ name: "Juniper" }),
      await aMember({ name: "Heron" }),
      await aMember({ name: "Wren" }),
    ];
    const circle = await aCircle(juniper, [], {
      pace: "twice",
      meetingDay: 2,
      meetingTime: "18:30",
      secondMeetingDay: 5,
      secondMeetingTime: "09:00",
    });
    await aListing(juniper, circle, { isMatched: true });
    await aWait(half, { pace: "twice" });
    await aWait(whole, { pace: "twice", hours: ["2-evening", "5-morning"] });
    await findCircles();
    expect(await proposalOf(half)).toBeNull();
    expect(await proposedTo(whole)).toMatchObject({
      isThere: true,
      why: "This circle has a free seat. It speaks English and meets on Tuesday evenings and Friday mornings by your clock, when you are free.",
      meets: "Tuesdays at 18:30 and Fridays at 09:00, Berlin time",
    });
  });

  test.each([
    ["english", "English"],
    ["German", "Deutsch"],
    ["deutsch ", "Deutsch"],
  ])(
    "a circle that says it speaks %j has its seats proposed to those who chose %s",
    async (written, chosen) => {
      const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
      const circle = await aCircle(juniper, [], { meetingDay: 2, meetingTime: "18:30", language: written });
      await aListing(juniper, circle, { isMatched: true });
      await aWait(heron, { languages: [chosen] });
      await findCircles();
      expect(await proposedTo(heron)).toMatchObject({
        isThere: true,
        why: expect.stringContaining(`speaks ${chosen} `),
      });
    },
  );

  test("whoever was asked to leave a circle, left it or said no to it is not proposed it again", async () => {
    const juniper = await aMember();
    const [removed, left, unsure] = [
      await aMember({ name: "Tern" }),
      await aMember({ name: "Marten" }),
      await aMember({ name: "Wren" }),
    ];
    const circle = await aCircle(juniper, [removed, left], { meetingDay: 2, meetingTime: "18:30" });
    await leave(left, circle);
    await asSystem((db) =>
      db.membership.updateMany({
        where: { circleId: circle.id, userId: removed.id },
        data: { leftAt: new Date(), removedAt: new Date(), seat: null },
      }),
    );
    await aListing(juniper, circle, { isMatched: true });
    for (const member of [removed, left, unsure]) await aWait(member);
    await findCircles();
    expect(await proposalIds([removed, left])).toEqual([undefined, undefined]);
    await submit(unsure, waitLonger, { proposalId: (await proposedTo(unsure)).id });
    await submit(unsure, lookOn, {});
    await findCircles();
    expect(await proposalOf(unsure)).toBeNull();
  });
});

describe("saying yes", () => {
  test("the fourth yes opens the circle, with whoever would hold it as its facilitator", async () => {
    const people = await waiting(5);
    const [juniper, heron, wren, alder, sorrel] = people as [Member, Member, Member, Member, Member];
    await findCircles();
    const proposal = await proposedTo(juniper);
    expect(await yes(juniper, proposal)).toEqual({ status: "went", to: "/circles/find" });
    expect(await stageOf(juniper)).toMatchObject({ name: "said yes", yes: 1 });
    await yes(heron, proposal);
    await yes(wren, proposal, { holds: true });
    expect(await yes(alder, proposal)).toEqual({ status: "went", to: `/circles/${proposal.id}` });

    expect(await seats(proposal.id)).toMatchObject([
      { alias: "Wren", role: "facilitator" },
      { alias: "Juniper" },
      { alias: "Heron" },
      { alias: "Alder" },
    ]);
    expect(await as(juniper, (viewer) => findCircle(viewer, proposal.id))).toMatchObject({
      name: expect.stringMatching(/^Tuesday /),
      language: "English",
      meetingDay: 2,
    });
    expect(await stageOf(juniper)).toEqual({ name: "seated", circleId: proposal.id });
    expect(await nudgesOf(juniper)).toEqual(["circle-open"]);
    expect(await as(juniper, findWait)).toMatchObject({ isLooking: false });
    // The fifth may still come.
    expect(await yes(sorrel, proposal)).toEqual({ status: "went", to: `/circles/${proposal.id}` });
    expect(await seats(proposal.id)).toHaveLength(5);
  });

  test("the same yes sent twice is one yes, and one seat", async () => {
    const people = await waiting(4);
    await findCircles();
    const proposal = await proposedTo(people[0] as Member);
    for (const member of people) await yes(member, proposal);
    expect(await yes(people[0] as Member, proposal)).toEqual({
      status: "went",
      to: `/circles/${proposal.id}`,
    });
    expect(await seats(proposal.id)).toHaveLength(4);
  });

  test("all of them at the same moment open one circle", async () => {
    const people = await waiting(6);
    await findCircles();
    const proposal = await proposedTo(people[0] as Member);
    await Promise.all(people.map((member) => yes(member, proposal)));
    expect(await seats(proposal.id)).toHaveLength(6);
    expect((await seats(proposal.id)).filter(({ role }) => role === "facilitator")).toHaveLength(1);
  });

  test("nobody learns before how another is called, and nobody comes without the agreements", async () => {
    const [juniper, heron, ...others] = (await waiting(4)) as [Member, Member, Member, Member];
    await findCircles();
    const proposal = await proposedTo(juniper);
    await yes(juniper, proposal);
    expect(await submit(heron, acceptProposal, { proposalId: proposal.id, alias: "Heron" })).toMatchObject({
      status: "invalid",
    });
    expect(await yes(heron, proposal, { alias: juniper.name.toLowerCase() })).toMatchObject({
      status: "went",
    });
    for (const other of others) await yes(other, proposal);
    expect((await seats(proposal.id)).map(({ alias }) => alias)).toContain(`${juniper.name.toLowerCase()} 2`);
  });

  test("nobody says yes or no to what is proposed to others", async () => {
    const people = await waiting(4);
    await findCircles();
    const proposal = await proposedTo(people[0] as Member);
    const outsider = await aMember();
    expect(await yes(outsider, proposal)).toEqual({ status: "not found" });
    expect(await submit(outsider, waitLonger, { proposalId: proposal.id })).toEqual({ status: "not found" });
    expect(await proposalIds(people)).toEqual(Array(4).fill(proposal.id));
  });

  test("a block that came meanwhile keeps the two apart, silently", async () => {
    const people = await waiting(5);
    await findCircles();
    const proposal = await proposedTo(people[0] as Member);
    const [juniper, heron, ...others] = people as [Member, Member, ...Member[]];
    await yes(juniper, proposal);
    await keepApart(juniper, heron);
    expect(await yes(heron, proposal)).toEqual({ status: "went", to: "/circles/find?changed=1" });
    for (const member of others) await yes(member, proposal);
    expect((await seats(proposal.id)).map(({ userId }) => userId)).not.toContain(heron.id);
    expect(await stageOf(heron)).toEqual({ name: "looking" });
  });

  test("a block between two who both said yes opens it without the second", async () => {
    const people = await waiting(5);
    await findCircles();
    const proposal = await proposedTo(people[0] as Member);
    const [juniper, heron, ...others] = people as [Member, Member, ...Member[]];
    await yes(juniper, proposal);
    await yes(heron, proposal);
    await keepApart(heron, juniper);
    for (const member of others) await yes(member, proposal);
    expect(await seats(proposal.id)).toHaveLength(4);
    expect(await stageOf(heron)).toEqual({ name: "looking" });
  });
});

describe("rather waiting", () => {
  test("costs nothing: the place in line stays, and the others are matched anew at once", async () => {
    const people = await waiting(4, { since: new Date("2026-01-02T10:00:00Z") });
    const [juniper, ...others] = people as [Member, ...Member[]];
    await findCircles();
    const proposal = await proposedTo(juniper);
    for (const member of others) await yes(member, proposal);
    expect(await submit(juniper, waitLonger, { proposalId: proposal.id })).toMatchObject({
      status: "done",
      message: expect.stringContaining("place in line"),
    });
    // Sent twice it is the same.
    expect(await submit(juniper, waitLonger, { proposalId: proposal.id })).toMatchObject({ status: "done" });
    expect((await as(juniper, findWait))?.since?.iso).toBe("2026-01-02T10:00Z");
    expect(await as(juniper, findWait)).toMatchObject({ rests: expect.stringContaining("12 hours") });
    for (const member of others) expect(await stageOf(member)).toEqual({ name: "looking" });

    const fresh = await aMember({ name: "Linnet" });
    await aWait(fresh);
    await findCircles();
    expect(await proposalOf(juniper)).toBeNull();
    const again = await proposalIds([...others, fresh]);
    expect(new Set(again).size).toBe(1);
    expect(again[0]).not.toBe(proposal.id);
  });

  test("from an old page, by somebody who has their seat by now, changes nothing and says so", async () => {
    const people = await waiting(4);
    await findCircles();
    const proposal = await proposedTo(people[0] as Member);
    for (const member of people) await yes(member, proposal);
    const [juniper] = people as [Member, ...Member[]];
    const sent = await submit(juniper, waitLonger, { proposalId: proposal.id });
    expect(sent).toMatchObject({ status: "done", message: expect.stringMatching(/you have a seat in it/) });
    expect(JSON.stringify(sent)).not.toMatch(/go on waiting/);
    expect(await stageOf(juniper)).toEqual({ name: "seated", circleId: proposal.id });
    // And by somebody who has stopped looking.
    await leave(juniper, { id: proposal.id } as Parameters<typeof leave>[1]);
    await submit(juniper, stopLooking, {});
    expect(await submit(juniper, waitLonger, { proposalId: proposal.id })).toMatchObject({
      message: expect.stringMatching(/not looking for a circle any more/),
    });
  });

  test("whoever does not answer is asked whether they still look, and keeps their place", async () => {
    const people = await waiting(4);
    await findCircles();
    const proposal = await proposedTo(people[0] as Member);
    await yes(people[0] as Member, proposal);
    await connected("admin", (admin) =>
      admin.query("update proposals set expires_at = now() - interval '1 minute'"),
    );
    await findCircles();
    expect(await stageOf(people[0] as Member)).toEqual({ name: "looking" });
    expect(await stageOf(people[1] as Member)).toEqual({ name: "silent" });
    expect(await nudgesOf(people[1] as Member)).toEqual([]);
    expect(await yes(people[1] as Member, proposal)).toEqual({
      status: "went",
      to: "/circles/find?changed=1",
    });
    for (const member of people.slice(1)) await submit(member, lookOn, {});
    await findCircles();
    expect(new Set(await proposalIds(people)).size).toBe(1);
    expect(await proposalOf(people[1] as Member)).not.toBeNull();
  });

  test("a proposal in which an account went is matched anew", async () => {
    const people = await some(4);
    for (const member of people) await aWait(member);
    await aProposal(people.slice(0, 3));
    await findCircles();
    expect(new Set(await proposalIds(people)).size).toBe(1);
    expect(await proposalOf(people[3] as Member)).toMatchObject({ people: 4 });
  });
});
