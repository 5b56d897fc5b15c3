"use server";
import { notFound } from "next/navigation";
import { holdCircle } from "@/lib/circles/hold-circle";
import { columnOf, dayIn } from "@/lib/dates";
import { formAction, goTo, say } from "@/lib/form-action";
import { findPair, findSeat } from "@/lib/memberships/queries";
import { holdsCircle } from "@/lib/memberships/rules";
import { personForm } from "@/lib/memberships/schema";
import { Refusal } from "@/lib/refusal";
import { findRoles } from "@/lib/roles/queries";
import { weekStart } from "@/lib/roles/rules";
import { offerForm, rotationForm, swapForm } from "@/lib/roles/schema";

/** Says how often the roles of a circle go round. The turn that begins now is the facilitator's own. */
export const chooseRotation = formAction(rotationForm, async (viewer, { circleId, every }) => {
  await holdCircle(viewer, circleId);
  const circle = await viewer.db.circle.findFirst({
    where: { id: circleId },
    select: {
      timeZone: true,
      meetingDay: true,
      rotation: { select: { every: true } },
      memberships: { where: { userId: viewer.id, leftAt: null }, select: { role: true, seat: true } },
    },
  });
  const [me] = circle?.memberships ?? [];
  if (!circle || !me?.seat) notFound();
  if (me.role !== "facilitator") {
    throw new Refusal("Whoever holds the circle says how often roles go round. Nothing was changed.");
  }
  if (every !== (circle.rotation?.every ?? 0)) {
    const startsOn = columnOf(weekStart(dayIn(circle.timeZone, viewer.now), circle.meetingDay));
    const anew = { every, startsOn, seat: me.seat, turnedOn: startsOn };
    const { count } = await viewer.db.rotation.updateMany({ where: { circleId }, data: anew });
    if (count === 0) await viewer.db.rotation.createMany({ data: { circleId, ...anew } });
    // What was agreed was about weeks of another schedule.
    await viewer.db.turnSwap.deleteMany({ where: { circleId } });
    await viewer.db.$queryRaw`select app.keep_my_circle_held(${circleId}::uuid, null)`;
  }
  return say(every ? "The schedule is made anew, from you on." : "Roles stay where they are from now on.");
});

/** Asks whether somebody takes a week of the viewer's: everybody, or one of them. It is theirs until somebody does. */
export const offerTurn = formAction(offerForm, async (viewer, { id, circleId, weekOn, role, alias }) => {
  const roles = (await findRoles(viewer, circleId)) ?? notFound();
  const week = roles.weeks.find((one) => one.weekOn === weekOn);
  const turn = week?.[role];
  if (week?.isNow) {
    throw new Refusal(
      "That week has begun. Whoever holds the circle can hand it over under “Look after this circle”.",
    );
  }
  if (!turn?.canOffer && !(turn?.isMe && turn.offer))
    throw new Refusal("That turn is not yours any more: the schedule has changed.");
  const asked = alias ? roles.others.find((person) => person.alias === alias) : null;
  if (alias && !asked) throw new Refusal(`${alias} is not here just now. Please ask somebody else.`, "alias");

  const offer = { offeredById: viewer.id, askedId: asked?.userId ?? null };
  const when = { circleId, weekOn: columnOf(weekOn), role };
  await viewer.db.turnSwap.createMany({ data: { id, ...when, ...offer }, skipDuplicates: true });
  // One that they took themselves or offer already, or that somebody offered whose turn it is no longer.
  await viewer.db.turnSwap.updateMany({ where: when, data: offer });
  const swap = await viewer.db.turnSwap.findFirst({
    where: { ...when, offeredById: viewer.id },
    select: { id: true },
  });
  if (!swap) throw new Refusal("Somebody has just swapped that week. Please look at the schedule once more.");
  await viewer.db.$queryRaw`select app.tell_of_offer(${circleId}::uuid, ${swap.id}::uuid)::text`;
  return say(
    asked
      ? `${asked.alias} is asked. Until they say yes, it stays yours.`
      : "The circle is asked. Until somebody takes it, it stays yours.",
  );
});

/** Takes a week that somebody offers. */
export const takeTurn = formAction(swapForm, async (viewer, { circleId, swapId }) => {
  const [answer] = await viewer.db.$queryRaw<{ said: "taken" | "mine" | "gone" | "none" }[]>`
    select app.take_turn(${circleId}::uuid, ${swapId}::uuid) as said`;
  switch (answer?.said) {
    case "taken":
    case "mine":
      return say("It is yours. Thank you for standing in.");
    case "gone":
      throw new Refusal("Nobody offers this turn any more: somebody took it, or it was kept after all.");
    default:
      if (!(await findSeat(viewer, circleId))) notFound();
      throw new Refusal("Your seat is paused. Come back first, and then take a turn.");
  }
});

/** Keeps a week that the viewer had offered. Where somebody took it meanwhile, it stays theirs. */
export const keepTurn = formAction(swapForm, async (viewer, { circleId, swapId }) => {
  if (!(await findSeat(viewer, circleId))) notFound();
  await viewer.db.$queryRaw`select app.keep_turn(${circleId}::uuid, ${swapId}::uuid)::text`;
  return say("Nobody is asked any more.");
});

/** Asks somebody to keep the time from now on, where roles do not go round or the turn changes hands. */
export const giveTimekeeping = formAction(personForm, async (viewer, { circleId, alias }) => {
  await holdCircle(viewer, circleId);
  const { me, them } = await findPair(viewer, circleId, alias);
  if (!me || !them || !holdsCircle(me)) notFound();
  if (them.leftAt || them.pausedAt || them.role === "facilitator") {
    throw new Refusal(`${alias} cannot keep the time just now. Nothing was changed.`);
  }
  const { count } = await viewer.db.membership.updateMany({
    where: { circleId, userId: them.userId, keepsTimeSince: null },
    data: { keepsTimeSince: viewer.now },
  });
  if (count > 0) {
    await viewer.db.membership.updateMany({
      where: { circleId, userId: { not: them.userId }, keepsTimeSince: { not: null } },
      data: { keepsTimeSince: null },
    });
  }
  return goTo(`/circles/${circleId}/roles`);
});
