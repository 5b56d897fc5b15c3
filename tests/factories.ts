import { makeLink } from "@/lib/accounts/mailed-links";
import { claimTagOf, hashPassword } from "@/lib/accounts/password";
import { columnOf, type Day, dayIn } from "@/lib/dates";
import { asMember, asSystem } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";
import type { MailedLinkPurpose } from "@/lib/generated/enums";
import { freshId } from "@/lib/ids";
import { secretHashOf } from "@/lib/invitations/code";
import { keepDraft, sealValues } from "@/lib/keep-draft";
import { keepAppSecret, makeRecoveryCodes } from "@/lib/one-time-codes/keep-codes";
import { freshAppSecret } from "@/lib/one-time-codes/rules";
import { freshDataKey, privateWords } from "@/lib/private-words";
import type { SignedIn } from "@/lib/session";
import { sealSetback } from "@/lib/setbacks/sealed";
import { freshSecret } from "@/lib/vault";

/*
 * People, circles and what happens in them, for tests and for the seeded story. Everything is written
 * by the one whose it is, under row-level security: what the app could not write, a factory cannot either.
 */

export type Member = SignedIn;

export const PASSWORD = "seven quiet lanterns";
let passwordHash: Promise<string> | undefined;

/** Somebody who joined, is signed in, and has confirmed their address unless `verified` is false. */
export async function aMember({
  name = "Juniper",
  email = `${freshId()}@example.org`,
  verified = true,
  timeZone = "Europe/Berlin",
}: {
  name?: string;
  email?: string;
  verified?: boolean;
  timeZone?: string;
} = {}): Promise<Member> {
  passwordHash ??= hashPassword(PASSWORD);
  const id = freshId();
  const sessionId = freshId();
  const verifiedAt = verified ? new Date() : null;
  const account = {
    id,
    email,
    name,
    timeZone,
    verifiedAt,
    adultSaidAt: new Date(),
    passwordHash: await passwordHash,
    claimTag: verified ? null : claimTagOf(email, PASSWORD),
    dataKey: freshDataKey(id),
    sealedAt: new Date(),
  };
  await asSystem(async (db) => {
    await db.user.create({ data: account });
    await db.session.create({
      data: { id: sessionId, userId: id, device: "a browser", expiresAt: new Date(Date.now() + 86_400_000) },
    });
  });
  const { dataKey, sealedAt } = account;
  return { id, sessionId, email, name, verifiedAt, timeZone, dataKey, sealedAt };
}

/** Turns one-time codes on for somebody. Answers with what their app and their paper hold. */
export async function someCodes({
  id: userId,
}: Member): Promise<{ secret: string; recoveryCodes: string[] }> {
  const secret = freshAppSecret();
  const recoveryCodes = await asSystem(async (db) => {
    await keepAppSecret(db, userId, secret);
    return makeRecoveryCodes(db, userId);
  });
  return { secret, recoveryCodes };
}

/** A passkey as its row is kept; nothing holds its other half. */
export async function aPasskey({ id: userId }: Member, name = "Her phone"): Promise<{ id: string }> {
  const id = freshSecret(16);
  await asSystem((db) =>
    db.passkey.createMany({ data: { userId, id, name, publicKey: new Uint8Array(77), counter: 0 } }),
  );
  return { id };
}

/** What stands in the address of a link that was mailed to somebody; `email` is the new address that it proves. */
export async function aMailedLink(
  { id }: Member,
  purpose: MailedLinkPurpose,
  email?: string,
): Promise<string> {
  const made = await asSystem((db) => makeLink(db, id, purpose, email));
  if (!("token" in made)) throw new Error("A link like this has just left.");
  return made.token;
}

export type CircleOfTest = { id: string };

/** A circle with its facilitator and everyone else seated, each under their own name as alias. */
export async function aCircle(
  facilitator: Member,
  members: Member[] = [],
  described: Partial<Prisma.CircleCreateManyInput> = {},
): Promise<CircleOfTest> {
  const id = freshId();
  await asMember(facilitator.id, async (db) => {
    await db.circle.createMany({
      data: {
        id,
        name: "Thursday lanterns",
        purpose: "People between jobs in logistics.",
        language: "English",
        timeZone: "Europe/Berlin",
        meetingDay: 4,
        meetingTime: "18:00",
        agreements: "What is said here stays here.",
        openedById: facilitator.id,
        ...described,
      },
    });
    await db.$queryRaw`select app.take_first_seat(${id}::uuid, ${facilitator.name})`;
  });
  if (members.length > 0) {
    const invitation = await anInvitation(facilitator, { id }, { uses: 8 });
    for (const member of members) await join(member, { id }, invitation);
  }
  return { id };
}

export async function anInvitation(
  maker: Member,
  circle: CircleOfTest,
  { uses = 8, expiresAt = new Date(Date.now() + 7 * 86_400_000) }: { uses?: number; expiresAt?: Date } = {},
): Promise<{ circleId: string; id: string }> {
  const invitation = { circleId: circle.id, id: freshId() };
  await asMember(maker.id, (db) =>
    db.invitation.createMany({
      data: { ...invitation, madeById: maker.id, tokenHash: secretHashOf(invitation), uses, expiresAt },
    }),
  );
  return invitation;
}

/** Takes a seat by an invitation; answers with the database's one word. */
export async function join(
  member: Member,
  circle: CircleOfTest,
  invitation: { id: string },
  alias = member.name,
) {
  const [answer] = await asMember(
    member.id,
    (db) =>
      db.$queryRaw<{ said: string }[]>`
        select app.join_circle(${circle.id}::uuid, ${secretHashOf({ circleId: circle.id, id: invitation.id })}, ${alias}) as said`,
  );
  return answer?.said;
}

export const leave = (member: Member, circle: CircleOfTest) =>
  asMember(member.id, (db) => db.$queryRaw`select app.leave_circle(${circle.id}::uuid)::text`);

// Feeds are ordered by id, so a row of last week carries an id of last week.
const momentOf = (createdAt: unknown) => (createdAt instanceof Date ? createdAt : undefined);

export async function aPost(
  author: Member,
  circle: CircleOfTest,
  said: Partial<Omit<Prisma.PostCreateManyInput, "circleId" | "authorId">> = {},
): Promise<{ circleId: string; id: string }> {
  const id = freshId(momentOf(said.createdAt));
  await asMember(author.id, (db) =>
    db.post.createMany({
      data: {
        id,
        circleId: circle.id,
        authorId: author.id,
        kind: "ask",
        need: "listen",
        body: "No offer.",
        ...said,
      },
    }),
  );
  return { circleId: circle.id, id };
}

export async function aReply(
  author: Member,
  post: { circleId: string; id: string },
  said: Partial<Prisma.ReplyCreateManyInput> = {},
): Promise<{ circleId: string; id: string }> {
  const id = freshId(momentOf(said.createdAt));
  await asMember(author.id, (db) =>
    db.reply.createMany({
      data: {
        id,
        circleId: post.circleId,
        postId: post.id,
        authorId: author.id,
        body: "I am glad you told us.",
        ...said,
      },
    }),
  );
  return { circleId: post.circleId, id };
}

export const anEncouragement = (
  member: Member,
  post: { circleId: string; id: string },
  kind: Prisma.EncouragementCreateManyInput["kind"] = "with_you",
) =>
  asMember(member.id, (db) =>
    db.encouragement.createMany({
      data: { circleId: post.circleId, postId: post.id, memberId: member.id, kind },
      skipDuplicates: true,
    }),
  );

export async function aSetback(
  member: Member,
  told: Partial<Omit<Prisma.SetbackCreateManyInput, "userId" | "day">> & {
    day?: Day;
    feelings?: Record<string, number>;
  } = {},
): Promise<{ id: string }> {
  const id = freshId();
  const { feelings = {}, day = dayIn(member.timeZone, new Date()), ...rest } = told;
  const words = privateWords(member);
  await asMember(member.id, async (db) => {
    const row = { happened: "They went with someone internal.", day: columnOf(day), ...rest };
    await db.setback.createMany({ data: { id, userId: member.id, ...sealSetback(words, id, row) } });
    await db.feeling.createMany({
      data: Object.entries(feelings).map(([word, strength]) => ({
        userId: member.id,
        setbackId: id,
        word: words.seal("feelings.word", id, word),
        strength,
      })),
    });
  });
  return { id };
}

export async function aGoal(
  member: Member,
  kept: Partial<Omit<Prisma.GoalCreateManyInput, "userId">> = {},
): Promise<{ id: string }> {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.goal.createMany({
      data: {
        id,
        userId: member.id,
        title: "Applications",
        category: "applications",
        rhythm: "day",
        times: 1,
        ...kept,
      },
    }),
  );
  return { id };
}

/** Logged now for the day it is about, unless told when. */
export async function anEffort(
  member: Member,
  goal: { id: string },
  day: Day = dayIn(member.timeZone, new Date()),
  createdAt = new Date(),
) {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.effort.createMany({
      data: { id, userId: member.id, goalId: goal.id, day: columnOf(day), createdAt },
    }),
  );
  return { id };
}

export async function aWin(
  member: Member,
  body = "Asked for feedback.",
  day: Day = dayIn(member.timeZone, new Date()),
) {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.win.createMany({ data: { id, userId: member.id, body, day: columnOf(day) } }),
  );
  return { id };
}

/** What somebody has typed into a form and not sent. */
export const aDraft = (member: Member, key: string, values: Record<string, string[]>) =>
  asMember(member.id, (db) => keepDraft({ id: member.id, db, words: privateWords(member) }, { key, values }));

/** As many as one member can have; one of them is a win's. */
export const twoHundredDrafts = (member: Member) =>
  asMember(member.id, (db) =>
    db.draft.createMany({
      data: ["win", ...Array.from({ length: 199 }, () => `reply:${freshId()}`)].map((key) => ({
        userId: member.id,
        key,
        values: sealValues(privateWords(member), key, { body: ["I am"] }),
        typedAt: new Date(),
      })),
    }),
  );
