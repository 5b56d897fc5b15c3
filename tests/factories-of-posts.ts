import { asMember, asSystem } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";
import { freshId } from "@/lib/ids";
import type { NudgeKind } from "@/lib/nudges/kinds";
import type { SetbackKind } from "@/lib/setbacks/schema";
import type { CircleOfTest, Member } from "./factories";

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

/** A word to somebody that something waits for them; about a post unless told otherwise, and not mailed yet. */
export async function aNudge(
  member: Member,
  post: { circleId: string; id: string },
  told: Partial<Pick<Prisma.NudgeCreateManyInput, "createdAt" | "doneAt">> & { kind?: NudgeKind } = {},
): Promise<{ kind: NudgeKind; aboutId: string }> {
  const { kind = "post-waits", ...rest } = told;
  const row = { userId: member.id, kind, circleId: post.circleId, aboutId: post.id, ...rest };
  await asSystem((db) => db.nudge.createMany({ data: row, skipDuplicates: true }));
  return { kind, aboutId: post.id };
}

/** Somebody is willing to be asked about a kind of setback. */
export const anAdviceOffer = (member: Member, kind: SetbackKind = "silence") =>
  asMember(member.id, (db) =>
    db.adviceOffer.createMany({ data: { userId: member.id, kind }, skipDuplicates: true }),
  );
