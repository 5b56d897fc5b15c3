"use server";
import { notFound } from "next/navigation";
import { keepPlaces } from "@/lib/check-ins/keep-places";
import { askedOf, type CheckIn, checkInForm, type EarlierAnswer, type Place } from "@/lib/check-ins/schema";
import { type Week, weekNow } from "@/lib/check-ins/week";
import { keepCommitment, refuseFourth } from "@/lib/commitments/keep-commitment";
import { isSpecific, knowsLanguage, offerSpecific, sayMoreSpecific } from "@/lib/commitments/rules";
import { columnOf, dayIn } from "@/lib/dates";
import { derivedId } from "@/lib/derived-id";
import { formAction, goTo } from "@/lib/form-action";
import { holdStill } from "@/lib/hold-still";
import { listJoined } from "@/lib/merges/joined";
import { refuseLinkOfNew } from "@/lib/posts/refuse-link";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/** Tells a circle how the week went and what the next one is for. Sent again in the same week, it is changed. */
export const checkIn = formAction(
  checkInForm,
  async (viewer, { circleId, word, line, need, offered, take, places, earlier }) => {
    const seat = await viewer.db.membership.findFirst({
      where: { circleId, userId: viewer.id, leftAt: null },
      select: { circle: { select: { meetingDay: true, timeZone: true, language: true } } },
    });
    if (!seat) throw new Refusal("You are not in this circle any more. Your words are still here.");
    await refuseLinkOfNew(viewer, circleId, wordsIn({ line, places, earlier }));
    await holdStill(viewer, "commitments");
    const week = weekNow(seat.circle, viewer.now);
    const mine = {
      circleId,
      authorId: viewer.id,
      week: { gte: columnOf(week.first), lte: columnOf(week.last) },
    };

    const kept = await viewer.db.commitment.findMany({ where: mine, select: { id: true, words: true } });
    const today = dayIn(seat.circle.timeZone, viewer.now);
    const vague = knowsLanguage(seat.circle.language) && !(offered && !take) ? vagueOnes(places, kept) : [];
    const offers = new Map(vague.map(({ id, words }) => [id, offerSpecific(words, today, week.last)]));
    if (vague.length > 0 && !take) {
      const offer = vague.map(({ id, words }) => ({ words, offer: offers.get(id) ?? words }));
      throw new Refusal(sayMoreSpecific(offer), "offered");
    }

    const said = { word, line, need };
    const { count } = await viewer.db.checkIn.updateMany({
      where: mine,
      data: { ...said, changedAt: viewer.now },
    });
    if (count === 0) {
      await viewer.db.checkIn.createMany({
        data: { ...said, circleId, authorId: viewer.id, week: columnOf(week.first) },
      });
    }
    const worded = places.map((place) => ({ ...place, words: offers.get(place.id) ?? place.words }));
    await keepPlaces(viewer, { circleId, week, kept }, worded);
    for (const answer of earlier) await answerFor(viewer, { circleId, week }, answer);
    await refuseFourth(viewer, circleId, week);
    return goTo(`/circles/${circleId}/week`);
  },
  { verified: true, limit: "post" },
);

/** All that a check-in says in words, by its fields. */
function wordsIn({ line, places, earlier }: Pick<CheckIn, "line" | "places" | "earlier">) {
  return Object.fromEntries([
    ["line", line],
    ...places.map(({ words }, at) => [`words${at + 1}`, words]),
    ...earlier.flatMap(({ id, reason, smaller }) => [
      [askedOf(id).reason, reason],
      [askedOf(id).smaller, smaller],
    ]),
  ]) as Record<string, string | null>;
}

/** Commitments that are new or worded anew, and of which nobody would see whether they were done. */
function vagueOnes(places: Place[], kept: { id: string; words: string }[]) {
  return places.flatMap(({ id, words, byDay }) => {
    const isNew = words !== kept.find((row) => row.id === id)?.words;
    return words && isNew && !isSpecific(words, byDay) ? [{ id, words }] : [];
  });
}

/** Says how a commitment of an earlier week went, and goes on with it where its author likes to. */
async function answerFor(
  viewer: Viewer,
  { circleId, week }: { circleId: string; week: Week },
  { id, outcome, reason, next, smaller }: EarlierAnswer,
): Promise<void> {
  const joined = (await listJoined(viewer, circleId)).map(({ id }) => id);
  const mine = { circleId: { in: [circleId, ...joined] }, id, authorId: viewer.id };
  const before = await viewer.db.commitment.findFirst({
    where: { ...mine, week: { lt: columnOf(week.first) } },
    select: { words: true, outcome: true, reason: true },
  });
  if (!before) notFound();
  // Left open it says nothing: it may have been marked elsewhere since the page was opened.
  const marks = outcome && outcome !== before.outcome && { outcome, outcomeAt: viewer.now };
  if (marks || reason !== before.reason) {
    await viewer.db.commitment.updateMany({ where: mine, data: { reason, ...marks } });
  }
  if (next === "carry" || next === "smaller") {
    const words = next === "smaller" ? (smaller ?? before.words) : before.words;
    await keepCommitment(viewer, { id: derivedId(id, "carried over"), circleId, words, carriedFrom: id });
  }
}
