import "server-only";
import { notFound } from "next/navigation";
import type { Prisma } from "@/lib/generated/client";
import { meetingRow } from "@/lib/meetings/meeting-row";
import { listPeople, type PersonThere } from "@/lib/meetings/people";
import { isOpen, whoHolds } from "@/lib/meetings/rules";
import { findSeat } from "@/lib/memberships/queries";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

type Named = { circleId: string; meetingId: string };

/** A meeting of a circle in which the viewer sits, with who is there; a 404 where there is none to be seen. */
export async function requireMeeting(viewer: Viewer, { circleId, meetingId }: Named) {
  const seat = (await findSeat(viewer, circleId)) ?? notFound();
  const meeting = await viewer.db.meeting.findFirst({
    where: { circleId, id: meetingId },
    select: meetingRow,
  });
  if (!meeting) notFound();
  const people = await listPeople(viewer, circleId, meetingId);
  return { seat, meeting, people, me: people.find((person) => person.isMe) };
}

/** The same for what only an open meeting takes. */
export async function requireOpenMeeting(viewer: Viewer, named: Named) {
  const found = await requireMeeting(viewer, named);
  if (!isOpen(found.meeting, viewer.now))
    throw new Refusal(
      "This meeting is over. Nothing is lost: what was said and written there stays as it is.",
    );
  return found;
}

/** @throws Refusal when somebody else holds the meeting just now, or nobody does. */
export function requireHolder(people: PersonThere[]): void {
  const holder = whoHolds(people);
  if (holder?.isMe) return;
  throw new Refusal(
    `${holder?.alias ?? "Nobody"} holds this meeting just now. Press “I'll hold it” first; anybody may.`,
  );
}

/**
 * Moves a meeting on, unless somebody did since the press was made: then nothing happens, since it happened already.
 * It is held still from here on, so that whoever presses at the same moment finds it moved.
 *
 * @param move on which move the press was made.
 * @returns whether it moved.
 */
export async function moveOn(
  viewer: Viewer,
  { circleId, meetingId, move }: Named & { move: number },
  data: Prisma.MeetingUpdateManyMutationInput = {},
): Promise<boolean> {
  const { count } = await viewer.db.meeting.updateMany({
    where: { circleId, id: meetingId, move, endedAt: null },
    data: { ...data, move: { increment: 1 }, version: { increment: 1 } },
  });
  return count > 0;
}

/**
 * Lets the others' screens know that there is something new to see. The meeting is held still from here on.
 *
 * @returns whether it is open.
 */
export async function showOthers(viewer: Viewer, { circleId, meetingId }: Named): Promise<boolean> {
  const { count } = await viewer.db.meeting.updateMany({
    where: { circleId, id: meetingId },
    data: { version: { increment: 1 } },
  });
  return count > 0;
}

/** Puts the viewer among those who are at a meeting, last in the order of turns, unless they are there already. */
export async function beAmong(viewer: Viewer, { circleId, meetingId }: Named, people: PersonThere[]) {
  if (people.some((person) => person.isMe)) return;
  const place = Math.max(0, ...people.map((person) => person.place)) + 1;
  await viewer.db.attendance.createMany({
    data: { circleId, meetingId, memberId: viewer.id, place },
    skipDuplicates: true,
  });
}

/** Whoever wrote in a meeting is not asked to any more. */
export async function wroteThere(viewer: Viewer, meetingId: string): Promise<void> {
  await viewer.db.nudge.updateMany({
    where: { userId: viewer.id, kind: "meeting-in-writing", aboutId: meetingId, doneAt: null },
    data: { doneAt: viewer.now },
  });
}
