"use server";
import { notFound } from "next/navigation";
import { keepCommitment } from "@/lib/commitments/keep-commitment";
import { formAction, goTo, say } from "@/lib/form-action";
import { agendaOf } from "@/lib/meetings/agenda";
import {
  beAmong,
  moveOn,
  requireHolder,
  requireOpenMeeting,
  showOthers,
} from "@/lib/meetings/require-meeting";
import { canOpen, passOf, whoseTurn } from "@/lib/meetings/rules";
import {
  adoptForm,
  comeForm,
  openMeetingForm,
  sayCommitmentForm,
  stepForm,
  turnForm,
} from "@/lib/meetings/schema";
import { refuseLinkOfNew } from "@/lib/posts/refuse-link";
import { Refusal } from "@/lib/refusal";

/** Opens a meeting, live or in writing, in which everybody who is there is expected. */
export const openMeeting = formAction(
  openMeetingForm,
  async (viewer, { id, circleId, kind, agenda, minutes }) => {
    const seat = await viewer.db.membership.findFirst({
      where: { circleId, userId: viewer.id, leftAt: null },
      select: { role: true, circle: { select: { meetingDay: true, meetingTime: true, timeZone: true } } },
      relationLoadStrategy: "join",
    });
    if (!seat) notFound();
    if (!canOpen(seat, seat.circle, viewer.now))
      throw new Refusal(
        "Your circle does not meet today. On its day anybody opens the meeting; on other days those who look after the circle can.",
      );
    const [answer] = await viewer.db.$queryRaw<{ said: "opened" | "open" | "gone" }[]>`
      select app.open_meeting(${circleId}::uuid, ${id}::uuid, ${kind}::meeting_kind, ${agenda}::meeting_agenda,
        ${minutes}::smallint) as said`;
    if (answer?.said === "gone") notFound();
    // Somebody may have opened one at the same moment: then it is that one.
    return goTo(`/circles/${circleId}/meeting`);
  },
);

/** Goes to the next step or back, gives this one a minute more, or ends the meeting: for whoever holds it. */
export const stepMeeting = formAction(stepForm, async (viewer, { to, ...press }) => {
  const { meeting, people } = await requireOpenMeeting(viewer, press);
  if (meeting.kind !== "live") notFound();
  if (meeting.move !== press.move) return;
  requireHolder(people);
  if (to === "end") {
    await moveOn(viewer, press, { endedAt: viewer.now });
    return goTo(`/circles/${press.circleId}/meetings/${press.meetingId}`);
  }
  if (to === "more") {
    if (meeting.addedMinutes < 120) await moveOn(viewer, press, { addedMinutes: { increment: 1 } });
    return;
  }
  const step = meeting.step + (to === "next" ? 1 : -1);
  if (step < 0 || step >= agendaOf(meeting.agenda, meeting.minutes, meeting.people).length) return;
  const { circleId, meetingId } = press;
  if (!(await moveOn(viewer, press, { step, stepStartedAt: viewer.now, addedMinutes: 0 }))) return;
  await viewer.db.attendance.updateMany({
    where: { circleId, meetingId },
    data: { hadTurnAt: null, passedAt: null },
  });
});

/**
 * Somebody has spoken, passes, or is not there: the turn goes on. They say so themselves, or whoever holds the meeting.
 */
export const giveTurnOn = formAction(turnForm, async (viewer, { how, ...press }) => {
  const { meeting, people } = await requireOpenMeeting(viewer, press);
  if (meeting.kind !== "live") notFound();
  if (meeting.move !== press.move) return;
  const turn = whoseTurn(people);
  if (!turn || !agendaOf(meeting.agenda, meeting.minutes, meeting.people)[meeting.step]?.isRound) return;
  if (how === "away" || !turn.isMe) requireHolder(people);
  if (!(await moveOn(viewer, press))) return;
  const comesLater = how === "passed" && passOf(people) === "later";
  await viewer.db.attendance.updateMany({
    where: { circleId: press.circleId, meetingId: press.meetingId, memberId: turn.id },
    data:
      how === "away"
        ? { awayAt: viewer.now }
        : comesLater
          ? { passedAt: viewer.now }
          : { hadTurnAt: viewer.now },
  });
});

/** Comes to a meeting that goes on, takes it upon oneself to hold it, or to write its notes. */
export const comeToMeeting = formAction(comeForm, async (viewer, { as, ...named }) => {
  const { people } = await requireOpenMeeting(viewer, named);
  await showOthers(viewer, named);
  await beAmong(viewer, named, people);
  // By Postgres' clock, as it was opened: two computers that serve Onward never quite agree.
  await viewer.db.$executeRaw`
    update attendances
    set away_at = null,
      held_at = case when ${as} = 'holder' then clock_timestamp() else held_at end,
      scribed_at = case when ${as} = 'scribe' then clock_timestamp() else scribed_at end
    where circle_id = ${named.circleId}::uuid and meeting_id = ${named.meetingId}::uuid and member_id = ${viewer.id}::uuid`;
});

/** Says yes to what the circle agrees on, at its first meeting. */
export const adoptAgreements = formAction(adoptForm, async (viewer, named) => {
  const { meeting, people, me } = await requireOpenMeeting(viewer, named);
  if (meeting.agenda !== "first") notFound();
  if (me?.adoptedAt) return;
  await showOthers(viewer, named);
  await beAmong(viewer, named, people);
  await viewer.db.attendance.updateMany({
    where: { circleId: named.circleId, meetingId: named.meetingId, memberId: viewer.id },
    data: { adoptedAt: viewer.now },
  });
  await viewer.db.$executeRaw`select app.adopt_agreements(${named.circleId}::uuid)`;
  return say("You agreed to it.");
});

/**
 * Keeps what somebody said they will do this week, typed as they say it. It is a commitment like those of a check-in.
 */
export const sayCommitment = formAction(
  sayCommitmentForm,
  async (viewer, { meetingId, ...said }) => {
    // Words for a circle that one does not sit in any more come back with a sentence, over or not.
    await refuseLinkOfNew(viewer, said.circleId, { words: said.words });
    const meeting = await viewer.db.meeting.findFirst({
      where: { circleId: said.circleId, id: meetingId },
      select: { openedAt: true },
    });
    await keepCommitment(viewer, { ...said, metAt: meeting?.openedAt ?? null });
    await showOthers(viewer, { circleId: said.circleId, meetingId });
    return say("Kept for this week.");
  },
  { verified: true, limit: "reply" },
);
