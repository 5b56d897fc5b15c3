import { asSystem } from "@/lib/db";
import { findMeeting, findMeetingPlace } from "@/lib/meetings/queries";
import { connected } from "../database/connect";
import { aCircle, aMember, type Member } from "../factories";
import { aMeeting } from "../factories-of-circles";
import { as } from "../people";

/** Five people in a circle, seated in this order; Juniper holds it. */
export async function five() {
  const [juniper, heron, wren, alder, tern] = await Promise.all(
    ["Juniper", "Heron", "Wren", "Alder", "Tern"].map((name) => aMember({ name })),
  );
  if (!juniper || !heron || !wren || !alder || !tern) throw new Error("Five people were asked for.");
  const circle = await aCircle(juniper, [heron, wren, alder, tern]);
  return { juniper, heron, wren, alder, tern, circle };
}

/** The same, in a live meeting that Juniper opened. */
export async function fiveMeeting(how: Parameters<typeof aMeeting>[2] = {}) {
  const them = await five();
  return { ...them, meeting: await aMeeting(them.juniper, them.circle, how) };
}

type Open = { circleId: string; id: string };

/** The meeting that is open in a circle, as somebody's screen has it. */
export async function screenOf(member: Member, { circleId, id }: Open) {
  const found = await as(member, (viewer) => findMeeting(viewer, circleId, id));
  if (!found) throw new Error("There is no meeting to see.");
  return found.meeting;
}

/** The same, of a live one. */
export async function liveFor(member: Member, meeting: Open) {
  const { live } = await screenOf(member, meeting);
  if (!live) throw new Error("This meeting is in writing.");
  return live;
}

export const placeFor = (member: Member, circle: { id: string }) =>
  as(member, (viewer) => findMeetingPlace(viewer, circle.id));

/** What a press carries that is made on a screen as it is now. */
export async function pressOn(member: Member, meeting: Open) {
  const { move } = await liveFor(member, meeting);
  return { circleId: meeting.circleId, meetingId: meeting.id, move };
}

/** Lets hours pass for one meeting. */
export const hoursPass = ({ id }: { id: string }, hours: number) =>
  connected("admin", (admin) =>
    admin.query(
      `update meetings set opened_at = opened_at - $2::int * interval '1 hour',
         closes_at = closes_at - $2::int * interval '1 hour', step_started_at = step_started_at - $2::int * interval '1 hour'
       where id = $1`,
      [id, hours],
    ),
  );

export const pause = (member: Member, circle: { id: string }) =>
  asSystem((db) =>
    db.membership.updateMany({
      where: { circleId: circle.id, userId: member.id },
      data: { pausedAt: new Date() },
    }),
  );
