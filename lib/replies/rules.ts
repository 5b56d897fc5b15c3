/*
 * A reply can be changed by its author for 15 minutes, and says then that it was edited. It can be taken
 * back by its author at any time. Where nobody else has answered after it, it is gone without a trace; where
 * somebody has, its words go and "taken back" stays, so that the answers keep their sense, for as long as one
 * of them stands.
 */

type Said = { authorId: string; createdAt: Date; takenBackAt: Date | null };

export const MINUTES_TO_EDIT = 15;

export const canTakeBack = (viewer: { id: string }, reply: Omit<Said, "createdAt">): boolean =>
  reply.authorId === viewer.id && reply.takenBackAt === null;

export const canEdit = (viewer: { id: string }, reply: Said, now: Date): boolean =>
  canTakeBack(viewer, reply) && now.getTime() - reply.createdAt.getTime() < MINUTES_TO_EDIT * 60_000;

/** What taking a reply back leaves behind. */
export const traceOf = (answersByOthersAfterIt: number): "nothing" | "taken back" =>
  answersByOthersAfterIt > 0 ? "taken back" : "nothing";
