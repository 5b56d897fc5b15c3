import "server-only";
import { isId } from "@/lib/ids";
import { canShareNotes } from "@/lib/meeting-notes/rules";
import { isOpen } from "@/lib/meetings/rules";
import type { Viewer } from "@/lib/viewer";

/** A meeting whose notes the viewer may share, with the circle that will see them; null where they may not. */
export async function findWhatToSumUp(viewer: Viewer, circleId: string, meetingId: string) {
  if (!isId(circleId) || !isId(meetingId)) return null;
  // From the meeting on: a join from the seat would read every meeting that the circle has had.
  const meeting = await viewer.db.meeting.findFirst({
    where: { circleId, id: meetingId },
    select: {
      ...{ id: true, kind: true, endedAt: true, closesAt: true },
      attendances: { where: { memberId: viewer.id }, select: { scribedAt: true } },
      circle: {
        select: {
          id: true,
          name: true,
          memberships: {
            where: { userId: viewer.id, leftAt: null },
            select: { alias: true, role: true },
          },
        },
      },
    },
    relationLoadStrategy: "join",
  });
  const [seat] = meeting?.circle.memberships ?? [];
  if (!seat || !meeting || !canShareNotes(meeting.attendances[0], seat)) return null;
  const { id, name } = meeting.circle;
  return {
    circle: { id, name, alias: seat.alias },
    meeting: { id: meeting.id, kind: meeting.kind, isOpen: isOpen(meeting, viewer.now) },
  };
}
