"use server";
import { notFound } from "next/navigation";
import { knownLanguage } from "@/lib/circles/known-language";
import { formAction, say } from "@/lib/form-action";
import { sayUnknown } from "@/lib/listings/rules";
import { listForm, unlistForm } from "@/lib/listings/schema";
import { findSeat } from "@/lib/memberships/queries";
import { holdsCircle } from "@/lib/memberships/rules";
import { refuseLinkOfNew } from "@/lib/posts/refuse-link";
import { enqueue } from "@/lib/queue";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/** Tells members outside of the circle's free seats, or has them proposed to those who wait, or both. */
export const listCircle = formAction(
  listForm,
  async (viewer, { circleId, words, isShown, isMatched, ...kept }) => {
    await requireHolder(viewer, circleId);
    if (!isMatched) await stopOffering(viewer, circleId);
    await refuseLinkOfNew(viewer, circleId, { words });
    if (isShown) await requireTwo(viewer, circleId);
    const data = { ...kept, listedWords: words };
    await viewer.db.circle.updateMany({ where: { id: circleId }, data });
    await keepSince(viewer, circleId, "listedAt", isShown);
    if (isMatched) {
      await keepSince(viewer, circleId, "matchedAt", true);
      await enqueue(viewer.db, "match", {});
      const unknown = await unknownLanguage(viewer, circleId);
      if (unknown) {
        return say(`${isShown ? "Listed among the open circles." : "Kept."} ${sayUnknown(unknown)}`);
      }
    }
    if (!isShown && !isMatched) return say("Kept. Nobody outside sees it: neither box is ticked.");
    return say(
      isShown
        ? "Listed. Members find it among the open circles, without anybody's name."
        : "Kept. Its free seats are proposed to those who wait and fit.",
    );
  },
  { verified: true },
);

/** Nobody outside sees the circle any more, and no seat of it is proposed. Who asked already can still be answered. */
export const unlistCircle = formAction(unlistForm, async (viewer, { circleId }) => {
  await requireHolder(viewer, circleId);
  await stopOffering(viewer, circleId);
  await viewer.db.circle.updateMany({ where: { id: circleId }, data: { listedAt: null } });
  return say("It is listed no longer.");
});

/**
 * No seat is proposed any more, and to whom one was it is over. First of all: whoever says yes takes them in this
 * order.
 */
const stopOffering = (viewer: Viewer, circleId: string) =>
  viewer.db.$executeRaw`select app.stop_offering(${circleId}::uuid)`;

/** A circle that is shown to people outside is one: somebody alone invites, or has seats proposed. */
async function requireTwo(viewer: Viewer, circleId: string): Promise<void> {
  const active = await viewer.db.membership.count({ where: { circleId, leftAt: null, pausedAt: null } });
  if (active >= 2) return;
  throw new Refusal(
    "A circle is shown among the open ones once two of you are there. Until then you can invite people, or let Onward propose its seats. Your words are still here.",
    "isShown",
  );
}

/** What a circle says that it speaks, where nobody who looks for one can have chosen it. */
async function unknownLanguage(viewer: Viewer, id: string): Promise<string | null> {
  const circle = await viewer.db.circle.findFirst({ where: { id }, select: { language: true } });
  return circle && !knownLanguage(circle.language) ? circle.language : null;
}

/** Since when it is so: a second press changes nothing. */
async function keepSince(
  viewer: Viewer,
  id: string,
  what: "listedAt" | "matchedAt",
  isSo: boolean,
): Promise<void> {
  await viewer.db.circle.updateMany({
    where: isSo ? { id, [what]: null } : { id },
    data: { [what]: isSo ? viewer.now : null },
  });
}

async function requireHolder(viewer: Viewer, circleId: string): Promise<void> {
  const seat = (await findSeat(viewer, circleId)) ?? notFound();
  if (holdsCircle(seat)) return;
  throw new Refusal(
    "Somebody else looks after this circle now, so nothing was changed. Your words are still here: copy them, and ask whoever does.",
  );
}
