import { claimTagOf, hashPassword } from "@/lib/accounts/password";
import { asMember, asSystem } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";
import { freshId } from "@/lib/ids";
import { secretHashOf } from "@/lib/invitations/code";
import { freshDataKey } from "@/lib/private-words";
import type { SignedIn } from "@/lib/session";

/*
 * People and circles, for tests and for the seeded story; what happens to them is in factories-of-<noun>.ts.
 * Everything is written by the one whose it is, under row-level security: what the app could not write, a factory
 * cannot either.
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
  createdAt = new Date(Date.now() - 30 * 86_400_000),
}: {
  name?: string;
  email?: string;
  verified?: boolean;
  timeZone?: string;
  /** A month ago unless told: whoever is new here is held back a little. */
  createdAt?: Date;
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
    createdAt,
  };
  await asSystem(async (db) => {
    await db.user.create({ data: account });
    await db.session.create({
      data: { id: sessionId, userId: id, device: "a browser", expiresAt: new Date(Date.now() + 86_400_000) },
    });
  });
  const { dataKey, sealedAt } = account;
  return {
    id,
    sessionId,
    email,
    name,
    verifiedAt,
    timeZone,
    dataKey,
    sealedAt,
    createdAt,
    suspendedUntil: null,
  };
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
