import { asMember, prisma } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { privateWords } from "@/lib/private-words";
import { linkCodeOf, linkHashOf } from "@/lib/supporters/code";
import type { Member } from "./factories";

/** A link for a supporter, of which nothing is chosen unless told; `code` is the last part of its address. */
export async function aSupporterLink(
  member: Member,
  {
    name = "Sam from the career centre",
    called = member.name,
    allGoals = false,
    goals = [],
    wins = false,
    namesShown = false,
    setbacks = [],
    expiresAt = new Date(Date.now() + 30 * 86_400_000),
    revokedAt,
  }: {
    name?: string;
    called?: string;
    allGoals?: boolean;
    goals?: { id: string }[];
    wins?: boolean;
    namesShown?: boolean;
    setbacks?: { id: string; body?: string; details?: string[] }[];
    expiresAt?: Date;
    revokedAt?: Date;
  } = {},
): Promise<{ id: string; code: string }> {
  const id = freshId();
  const userId = member.id;
  const words = privateWords(member);
  await asMember(userId, async (db) => {
    await db.supporterLink.createMany({
      data: {
        id,
        userId,
        tokenHash: linkHashOf({ userId, id }),
        name: words.seal("supporter_links.name", id, name),
        called: words.seal("supporter_links.called", id, called),
        allGoals,
        wins,
        namesShown,
        expiresAt: revokedAt ? new Date(Date.now() + 86_400_000) : expiresAt,
      },
    });
    await db.supporterGoal.createMany({
      data: goals.map((goal) => ({ userId, linkId: id, goalId: goal.id })),
    });
    for (const { id: setbackId, body = "They went with someone internal.", details = [] } of setbacks) {
      const copyId = freshId();
      const shown = words.seal("supporter_setbacks.shown", copyId, JSON.stringify({ body, details }));
      await db.supporterSetback.createMany({ data: { id: copyId, userId, linkId: id, setbackId, shown } });
    }
    if (revokedAt) await db.supporterLink.updateMany({ where: { userId, id }, data: { revokedAt } });
  });
  return { id, code: linkCodeOf({ userId, id }) };
}

/** What a supporter wrote by a link, and that they opened it. */
export async function aSupporterNote(
  member: Member,
  link: { id: string; code: string },
  text = "You ask for help so kindly. Keep going.",
  /** A supporter's browser chooses it. */
  id = freshId(),
): Promise<{ id: string }> {
  const hash = linkHashOf({ userId: member.id, id: link.id });
  const sealed = privateWords(member).seal("supporter_notes.words", id, text);
  await prisma().$queryRaw`select app.note_supporter_visit(${hash}, ${freshId()}::uuid)::text`;
  await prisma().$queryRaw`select app.leave_supporter_note(${hash}, ${id}::uuid, ${sealed})`;
  return { id };
}
