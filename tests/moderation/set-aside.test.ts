import { beforeEach, expect, test } from "vitest";
import { endBreak } from "@/lib/absences/actions";
import { tendAbsences } from "@/lib/absences/tend-absences";
import { appeal } from "@/lib/appeals/actions";
import { asSystem } from "@/lib/db";
import { acceptProposal } from "@/lib/matching/actions";
import { decideAppeal } from "@/lib/moderation/actions";
import { welcomeAsk } from "@/lib/seat-asks/actions";
import { aCircle, aMember, type CircleOfTest, type Member } from "../factories";
import { aListing, aProposal, aSeatAsk, aWait } from "../factories-of-finding";
import { aPost } from "../factories-of-posts";
import { aDecision, aModerator, aReport } from "../factories-of-safety";
import { submit } from "../people";
import { aCircleAndAModerator } from "./a-circle-and-a-moderator";

/* An account that rests, or closes, keeps nobody else waiting: its circles go on, and so does matching. */

let juniper: Member;
let heron: Member;
let wren: Member;
let curlew: Member;
let circle: CircleOfTest;

beforeEach(async () => {
  ({ juniper, heron, wren, curlew, circle } = await aCircleAndAModerator());
});

const inAWeek = () => new Date(Date.now() + 7 * 86_400_000);
async function rests(member: Member, kind: "suspend" | "close" = "suspend") {
  const report = await aReport(wren, await aPost(member, circle), { reportedId: member.id });
  return aDecision(curlew, report, kind, kind === "suspend" ? inAWeek() : null);
}

const seats = async (of = circle) => {
  const people = await asSystem((db) =>
    db.membership.findMany({ where: { circleId: of.id, leftAt: null }, orderBy: { seat: "asc" } }),
  );
  return people.map(({ alias, role, pausedAt, keepsTimeSince }) =>
    [alias, role, keepsTimeSince && "keeps time", pausedAt && "paused"].filter(Boolean).join(", "),
  );
};
const told = (member: Member) =>
  asSystem(async (db) => {
    const nudges = await db.nudge.findMany({ where: { userId: member.id, doneAt: null } });
    return nudges.map(({ kind }) => kind);
  });
const waitsSince = (member: Member) =>
  asSystem(async (db) => (await db.wait.findUnique({ where: { userId: member.id } }))?.since);
const openProposals = (proposal: { id: string }) =>
  asSystem((db) => db.proposal.count({ where: { id: proposal.id, endedAt: null } }));

test.each(["suspend", "close"] as const)(
  "whom moderators %s holds no circle: somebody who is there does, and their seats wait",
  async (kind) => {
    const other = await aCircle(juniper, [wren], { name: "Second wind" });
    await rests(juniper, kind);
    expect(await seats()).toEqual([
      "Juniper, member, paused",
      "Heron, facilitator",
      "Wren, cofacilitator, keeps time",
    ]);
    expect(await seats(other)).toEqual(["Juniper, member, paused", "Wren, facilitator"]);
    expect(await told(heron)).toEqual(["turn-to-hold"]);
  },
);

test("no circle is looked for, opened or kept open for an account that rests", async () => {
  const others = await Promise.all(["Alder", "Tern", "Robin"].map((name) => aMember({ name })));
  for (const member of [heron, ...others]) await aWait(member);
  const proposal = await aProposal([heron, ...others]);
  await rests(heron);
  expect(await waitsSince(heron)).toBeNull();
  // Three are left, so it is over for them too, and they wait on.
  expect(await openProposals(proposal)).toBe(0);
  for (const member of others) expect(await waitsSince(member)).toBeInstanceOf(Date);
});

test("an account that rests by another way does not count among the four who open a circle", async () => {
  const people = await Promise.all(["Alder", "Tern", "Robin", "Siskin"].map((name) => aMember({ name })));
  for (const member of people) await aWait(member);
  const proposal = await aProposal(people);
  const say = (member: Member) =>
    submit(member, acceptProposal, { proposalId: proposal.id, alias: member.name, agreed: true });
  const [alder, ...others] = people as [Member, ...Member[]];
  await say(alder);
  await asSystem((db) => db.user.update({ where: { id: alder.id }, data: { suspendedUntil: inAWeek() } }));
  for (const member of others) await say(member);
  expect(await asSystem((db) => db.circle.count({ where: { id: proposal.id } }))).toBe(0);
});

test("nobody who rests is given a seat for which they asked", async () => {
  const sorrel = await aMember({ name: "Sorrel" });
  await aListing(juniper, circle);
  const ask = await aSeatAsk(sorrel, circle);
  await asSystem((db) => db.user.update({ where: { id: sorrel.id }, data: { suspendedUntil: inAWeek() } }));
  expect(await submit(juniper, welcomeAsk, { circleId: circle.id, askId: ask.id })).toMatchObject({
    status: "refused",
  });
  expect(await seats()).toHaveLength(3);
});

test("after an appeal that changed it, one press brings them back", async () => {
  const decision = await rests(juniper);
  await submit(juniper, appeal, { letterId: decision.letterOf(juniper), words: "I meant it kindly." });
  const other = await aModerator();
  const answer = {
    decisionId: decision.id,
    what: "change",
    words: "You did.",
    toReporter: "We looked again.",
  };
  await submit(other, decideAppeal, answer);
  expect(await submit(juniper, endBreak, { circleId: circle.id })).toMatchObject({ status: "went" });
  expect((await seats())[0]).toBe("Juniper, member");
});

test("a seat of somebody who rested already is found by the worker", async () => {
  await asSystem((db) => db.user.update({ where: { id: juniper.id }, data: { suspendedUntil: inAWeek() } }));
  await asSystem((db) => tendAbsences(db, circle.id));
  expect((await seats()).slice(0, 2)).toEqual(["Juniper, member, paused", "Heron, facilitator"]);
});
