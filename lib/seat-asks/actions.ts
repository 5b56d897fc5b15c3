"use server";
import { notFound } from "next/navigation";
import { formAction, goTo, say } from "@/lib/form-action";
import { requireNameMeant } from "@/lib/memberships/own-name";
import { refuseLinkOfNew } from "@/lib/posts/refuse-link";
import { Refusal } from "@/lib/refusal";
import { answerForm, askForm, takeBackAskForm } from "@/lib/seat-asks/schema";
import type { Viewer } from "@/lib/viewer";

/** Asks an open circle for a seat. */
export const askForSeat = formAction(
  askForm,
  async (viewer, { id, circleId, alias, aliasKept, words }) => {
    requireNameMeant(viewer, { alias, aliasKept });
    await refuseLinkOfNew(viewer, null, { words });
    const [answer] = await viewer.db.$queryRaw<{ said: string }[]>`
      select app.ask_for_seat(${circleId}::uuid, ${id}::uuid, ${alias}, ${words}) as said`;
    switch (answer?.said) {
      case "asked":
        return goTo("/circles/open");
      case "here":
        return goTo(`/circles/${circleId}`);
      case "already":
        throw new Refusal(
          "You have asked this circle, and it has not answered yet. You can take that back among your open circles and ask anew; your words are still here.",
        );
      case "later":
        throw new Refusal("This circle could not take you in lately. Another one may have a seat for you.");
      case "many":
        throw new Refusal("Five circles have your ask already. Please wait for an answer, or take one back.");
      case "three":
        throw new Refusal(
          "You are in three circles, which is as many as one person can be there for. Once you have left one, you can ask for a seat.",
        );
      default:
        return notFound();
    }
  },
  { verified: true, limit: "ask for seat" },
);

/** Somebody who asked gets a seat. */
export const welcomeAsk = formAction(answerForm, async (viewer, { circleId, askId }) => {
  switch (await answerAsk(viewer, circleId, askId, true)) {
    case "seated":
      return say("They have a seat now, and are told so.");
    case "answered":
      return say("This was answered or taken back meanwhile.");
    case "full":
      throw new Refusal("All eight seats are taken just now, so nobody could be seated. The ask stays here.");
    case "cannot":
      throw new Refusal("They cannot take a seat here just now. The ask stays here for its fourteen days.");
    default:
      return notFound();
  }
});

/** Kindly not. No reason is asked for, and none is told. */
export const declineAsk = formAction(answerForm, async (viewer, { circleId, askId }) => {
  const said = await answerAsk(viewer, circleId, askId, false);
  if (said === "declined") return say("They are told kindly that it does not work out just now.");
  if (said === "answered") return say("This was answered or taken back meanwhile.");
  return notFound();
});

/** Asks no longer. Nobody is told. */
export const takeBackAsk = formAction(takeBackAskForm, async (viewer, { askId }) => {
  if ((await viewer.db.seatAsk.count({ where: { id: askId, userId: viewer.id } })) === 0) notFound();
  await viewer.db.$executeRaw`select app.take_back_ask(${askId}::uuid)`;
  return say("Taken back.");
});

async function answerAsk(viewer: Viewer, circleId: string, askId: string, welcome: boolean) {
  const [answer] = await viewer.db.$queryRaw<{ said: string }[]>`
    select app.answer_ask(${circleId}::uuid, ${askId}::uuid, ${welcome}) as said`;
  return answer?.said;
}
