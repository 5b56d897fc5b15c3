import { asMember, asSystem } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";
import { freshId } from "@/lib/ids";
import { plainEmployer } from "@/lib/matching/rules";
import { deriveSecret } from "@/lib/vault";
import type { CircleOfTest, Member } from "./factories";

/** Somebody looks for a circle on Tuesday evenings in English, unless told otherwise. Nobody has looked for one yet. */
export async function aWait(
  member: Member,
  told: Partial<Omit<Prisma.WaitCreateManyInput, "userId" | "employerMark">> & { employer?: string } = {},
): Promise<void> {
  const { employer, ...said } = told;
  await asMember(member.id, (db) =>
    db.wait.createMany({
      data: {
        userId: member.id,
        timeZone: member.timeZone,
        languages: ["English"],
        hours: ["2-evening"],
        level: "mid",
        field: "logistics",
        pace: "weekly",
        need: "both",
        alias: member.name,
        since: new Date(),
        ...(employer && { employerMark: new Uint8Array(deriveSecret("employer", plainEmployer(employer))) }),
        ...said,
      },
    }),
  );
}

/** A circle that is proposed to these people, as the worker proposes it. */
export async function aProposal(
  members: Member[],
  told: Partial<Omit<Prisma.ProposalCreateManyInput, "userId" | "id">> = {},
): Promise<{ id: string }> {
  const id = freshId();
  const circle = {
    id,
    name: "Tuesday kettle",
    purpose: "People who look for work and keep each other company.",
    language: "English",
    pace: "weekly",
    meetingDay: 2,
    meetingTime: "18:00",
    timeZone: "Europe/Berlin",
    fields: 3,
    expiresAt: new Date(Date.now() + 86_400_000),
    ...told,
  } as const;
  await asSystem(async (db) => {
    // Nobody is asked two things at once.
    const before = { userId: { in: members.map((member) => member.id) }, endedAt: null };
    await db.proposal.updateMany({ where: before, data: { endedAt: new Date() } });
    await db.proposal.createMany({ data: members.map(({ id: userId }) => ({ userId, ...circle })) });
  });
  return { id };
}

/** A circle tells members outside of its free seats. */
export const aListing = (
  holder: Member,
  circle: CircleOfTest,
  told: { listedWords?: string; takesUpTo?: number; isMatched?: boolean } = {},
) =>
  asMember(holder.id, (db) =>
    db.circle.updateMany({
      where: { id: circle.id },
      data: {
        listedAt: new Date(),
        listedWords: told.listedWords ?? "People between jobs in the north.",
        takesUpTo: told.takesUpTo ?? 8,
        matchedAt: told.isMatched ? new Date() : null,
      },
    }),
  );

/** Somebody asks a circle for a seat. */
export async function aSeatAsk(
  member: Member,
  circle: CircleOfTest,
  told: Partial<Omit<Prisma.SeatAskCreateManyInput, "circleId" | "userId">> = {},
): Promise<{ id: string }> {
  const id = freshId();
  await asSystem(async (db) => {
    const before = { circleId: circle.id, userId: member.id, answeredAt: null };
    await db.seatAsk.updateMany({ where: before, data: { answeredAt: new Date() } });
    await db.seatAsk.createMany({
      data: {
        circleId: circle.id,
        id,
        userId: member.id,
        alias: `${member.name} asks`,
        words: "I would like some company.",
        expiresAt: new Date(Date.now() + 14 * 86_400_000),
        ...told,
      },
    });
  });
  return { id };
}
