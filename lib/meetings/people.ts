import "server-only";
import { listWaiting, whoHolds, whoWrites } from "@/lib/meetings/rules";
import type { Viewer } from "@/lib/viewer";

type PersonRow = {
  id: string;
  alias: string;
  place: number;
  sitsHere: boolean;
  hadTurnAt: Date | null;
  passedAt: Date | null;
  awayAt: Date | null;
  heldAt: Date | null;
  scribedAt: Date | null;
  adoptedAt: Date | null;
};

export type PersonThere = Awaited<ReturnType<typeof listPeople>>[number];

/**
 * Everybody at a meeting whom the viewer sees, in the order of their turns. Those who share nothing with the viewer are
 * not among them, as if they were gone: on this screen the round goes on without them, and on the others with them.
 */
export async function listPeople(viewer: Viewer, circleId: string, meetingId: string) {
  const rows = await viewer.db.$queryRaw<PersonRow[]>`
    select member_id as id, alias, place::int as place, sits_here as "sitsHere", had_turn_at as "hadTurnAt",
      passed_at as "passedAt", away_at as "awayAt", held_at as "heldAt", scribed_at as "scribedAt",
      adopted_at as "adoptedAt"
    from app.meeting_people(${circleId}::uuid, ${meetingId}::uuid)`;
  return rows.map((row) => ({
    ...row,
    isMe: row.id === viewer.id,
    isHere: row.sitsHere && row.awayAt === null,
    hadTurn: row.hadTurnAt !== null,
  }));
}

export type Face = { alias: string; isMe: boolean };
export const faceOf = (person: PersonThere): Face => ({ alias: person.alias, isMe: person.isMe });
export const faceOrNull = (person: PersonThere | null): Face | null => person && faceOf(person);

/** Who does what at a meeting, as its page shows it. */
export function rolesAmong(people: PersonThere[]) {
  return {
    holder: faceOrNull(whoHolds(people)),
    scribe: faceOrNull(whoWrites(people)),
    waiting: listWaiting(people).map(faceOf),
  };
}
