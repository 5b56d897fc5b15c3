import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asMember, asSystem, prisma } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { findCircles } from "@/lib/jobs/find-circles";
import { listCircle, unlistCircle } from "@/lib/listings/actions";
import { acceptProposal } from "@/lib/matching/actions";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, anInvitation, join, type Member } from "../factories";
import { aListing, aProposal, aWait } from "../factories-of-finding";
import { submit } from "../people";

/* What comes in between: another run of the worker, another seat, another mind. In a database of its own. */

let end: () => Promise<void>;
beforeAll(async () => {
  end = await moveToScratchDatabase();
});
afterAll(async () => {
  await prisma().$disconnect();
  await end();
});
beforeEach(() =>
  connected("admin", async (admin) => {
    await admin.query("delete from waits");
    await admin.query("delete from proposals");
    await admin.query("update circles set matched_at = null");
  }),
);

const waiting = async (...names: string[]): Promise<Member[]> => {
  const members = await Promise.all(names.map((name) => aMember({ name })));
  for (const member of members) await aWait(member);
  return members;
};
const yes = (member: Member, { id }: { id: string }) =>
  submit(member, acceptProposal, { proposalId: id, alias: member.name, agreed: true });
const CHANGED = { status: "went", to: "/circles/find?changed=1" };

/** What is proposed to somebody now: its id, to how many, and of how many nudges they know. */
async function proposedTo(member: Member) {
  const [mine] = await asSystem((db) =>
    db.proposal.findMany({ where: { userId: member.id, endedAt: null }, select: { id: true } }),
  );
  return {
    id: mine?.id,
    people: mine ? await asSystem((db) => db.proposal.count({ where: { id: mine.id, endedAt: null } })) : 0,
    nudges: await asSystem((db) =>
      db.nudge.count({ where: { userId: member.id, kind: "proposal", doneAt: null } }),
    ),
  };
}

const isHeldUp = () =>
  connected("admin", async (admin) => {
    const held = await rows(
      admin,
      `select from pg_locks l join pg_stat_activity a using (pid)
       where not l.granted and a.datname = current_database()`,
    );
    return held.length > 0;
  });

/** Lets `work` meet what another transaction has done and not yet committed. */
async function meanwhile(
  other: (work: () => Promise<void>) => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<void> {
  let working: Promise<unknown> = Promise.resolve();
  await other(async () => {
    working = work();
    await expect.poll(isHeldUp, { timeout: 3000, interval: 20 }).toBe(true);
  });
  await working;
}

test("two runs that find the same people at once propose nothing in pieces, and nobody hears of a piece", async () => {
  const [juniper, heron, wren, alder] = (await waiting("Juniper", "Heron", "Wren", "Alder")) as [
    Member,
    Member,
    Member,
    Member,
  ];
  const [tern, robin] = (await waiting("Tern", "Robin")) as [Member, Member];
  // What another run is just writing: four of the six.
  const theirs = freshId();
  await meanwhile(
    (go) =>
      asSystem(async (db) => {
        await db.$executeRaw`
          insert into proposals (user_id, id, name, purpose, language, pace, meeting_day, meeting_time, time_zone,
                                 fields, expires_at)
          select person, ${theirs}::uuid, 'Tuesday kettle', 'Company.', 'English', 'weekly', 2, '18:00',
                 'Europe/Berlin', 1, now() + interval '1 day'
          from unnest(${[juniper.id, heron.id, wren.id, tern.id].toSorted()}::uuid[]) person`;
        await go();
      }),
    findCircles,
  );
  for (const member of [juniper, heron, wren, tern]) expect((await proposedTo(member)).id).toBe(theirs);
  // The two who are left over come to it, as the run looks once more.
  for (const member of [alder, robin]) {
    expect(await proposedTo(member)).toMatchObject({ people: 6, nudges: 1 });
  }
  const pieces = await asSystem((db) => db.proposal.findMany({ where: { endedAt: null } }));
  expect(new Set(pieces.map(({ id }) => id)).size).toBe(1);
});

test("whoever would come to a proposal that is over at that moment is put together with the others anew", async () => {
  const people = await waiting("Juniper", "Heron", "Wren", "Alder");
  await findCircles();
  const { id: before } = await proposedTo(people[0] as Member);
  const [late] = (await waiting("Linnet")) as [Member];
  await meanwhile(
    (go) =>
      asSystem(async (db) => {
        await db.proposal.updateMany({ where: { id: before ?? "" }, data: { endedAt: new Date() } });
        await go();
      }),
    findCircles,
  );
  const after = await proposedTo(late);
  expect(after).toMatchObject({ people: 5, nudges: 1 });
  expect(after.id).not.toBe(before);
});

test("no circle opens with three, also where the fourth takes a third seat elsewhere at that moment", async () => {
  const people = await waiting("Juniper", "Heron", "Wren", "Alder");
  const [juniper, ...others] = people as [Member, ...Member[]];
  for (const _ of [1, 2]) await aCircle(juniper);
  const proposal = await aProposal(people);
  const [last, ...before] = others as [Member, ...Member[]];
  for (const member of [juniper, ...before]) await yes(member, proposal);
  const third = freshId();
  await meanwhile(
    (go) =>
      asMember(juniper.id, async (db) => {
        await db.$executeRaw`
          insert into circles (id, name, purpose, language, time_zone, meeting_day, meeting_time, agreements, opened_by_id)
          values (${third}::uuid, 'Third', 'Company.', 'English', 'Europe/Berlin', 4, '18:00', 'Kind.', ${juniper.id}::uuid)`;
        await db.$queryRaw`select app.take_first_seat(${third}::uuid, 'Juniper')`;
        await go();
      }),
    () => yes(last, proposal),
  );
  expect(await asSystem((db) => db.circle.count({ where: { id: proposal.id } }))).toBe(0);
  expect(await proposedTo(last)).toMatchObject({ id: proposal.id });
});

async function offering() {
  const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper);
  await aListing(juniper, circle, { takesUpTo: 4, isMatched: true });
  await aWait(heron);
  const proposal = await aProposal([heron], { circleId: circle.id });
  const seated = () =>
    asSystem((db) => db.membership.count({ where: { circleId: circle.id, leftAt: null } }));
  return { juniper, heron, circle, proposal, seated };
}
const kept = { words: "People between jobs.", takesUpTo: 4, isShown: true };

test.each<[string, (juniper: Member, circle: { id: string }) => Promise<unknown>]>([
  ["lists itself no longer", (juniper, { id }) => submit(juniper, unlistCircle, { circleId: id })],
  [
    "is shown, and proposed no longer",
    (juniper, { id }) => submit(juniper, listCircle, { ...kept, circleId: id }),
  ],
])("where a circle %s, what it offered is over, and the place in line stays", async (_, change) => {
  const { juniper, heron, circle, proposal, seated } = await offering();
  // Nobody lists a circle in which they are alone.
  await join(await aMember({ name: "Wren" }), circle, await anInvitation(juniper, circle));
  await change(juniper, circle);
  expect(await proposedTo(heron)).toMatchObject({ people: 0 });
  expect(await yes(heron, proposal)).toEqual(CHANGED);
  expect(await seated()).toBe(2);
  const wait = await asSystem((db) => db.wait.findUnique({ where: { userId: heron.id } }));
  expect(wait?.since).toBeInstanceOf(Date);
});

test("a seat that a circle offered and has given away, or means to keep, is nobody's", async () => {
  const { juniper, heron, circle, proposal, seated } = await offering();
  const invitation = await anInvitation(juniper, circle);
  for (const name of ["Wren", "Alder", "Tern"]) await join(await aMember({ name }), circle, invitation);
  expect(await yes(heron, proposal)).toEqual(CHANGED);
  expect(await seated()).toBe(4);
  const [sorrel] = (await waiting("Sorrel")) as [Member];
  const another = await aProposal([sorrel], { circleId: circle.id });
  await aListing(juniper, circle, { takesUpTo: 5, isMatched: false });
  expect(await yes(sorrel, another)).toEqual(CHANGED);
  await aListing(juniper, circle, { takesUpTo: 5, isMatched: true });
  const third = await aProposal([sorrel], { circleId: circle.id });
  expect(await yes(sorrel, third)).toEqual({ status: "went", to: `/circles/${circle.id}` });
});
