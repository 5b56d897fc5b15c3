"use server";
import { notFound } from "next/navigation";
import { columnOf } from "@/lib/dates";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { dropTypedAnswers } from "@/lib/feedback/answer-drafts";
import { draftLetter } from "@/lib/feedback/draft-letter";
import { fill } from "@/lib/feedback/fill-ins";
import { requireFeedbackRequest } from "@/lib/feedback/require-feedback-request";
import { requireRoomForLetter } from "@/lib/feedback/require-room-for-letter";
import {
  answerForm,
  artefactWords,
  askedForm,
  beginForm,
  followUpDayForm,
  fromWords,
  letterForm,
  oneRequestForm,
  stepBackForm,
  tieForm,
} from "@/lib/feedback/schema";
import { change, dayOfStep, MOVED_ON, takeStep } from "@/lib/feedback/take-step";
import { formAction, goTo, say } from "@/lib/form-action";
import { putInJarFromElsewhere } from "@/lib/jar/put-in-jar";
import { requireDayForLearning } from "@/lib/phases/require-day-for-learning";
import { Refusal } from "@/lib/refusal";
import { findSetback } from "@/lib/setbacks/queries";
import { requireSetback } from "@/lib/setbacks/require-setback";
import { findTemplate } from "@/lib/templates/queries";
import { undoneUntil } from "@/lib/undo";
import { noticeWin, unnoticeWin } from "@/lib/wins/notice-win";
import { hasCome } from "@/lib/wins/rules";

export const beginLetter = formAction(
  beginForm,
  async (viewer, { id, artefact, askedOf, template, setbackId, ...fillers }) => {
    const from = (await findTemplate(viewer, template)) ?? notFound();
    // A setback that is gone meanwhile takes no letter along.
    const setback = setbackId ? await findSetback(viewer, setbackId) : null;
    const about = { artefact, askedOf, setbackId: setback?.id ?? null };
    return goTo(`/feedback/${await draftLetter(viewer, { id, ...about, from, fillers })}`);
  },
);

export const changeLetter = formAction(
  letterForm,
  async (viewer, { requestId, subject, letter, ...fillers }) => {
    await requireFeedbackRequest(viewer, requestId);
    await change(viewer, requestId, {
      name: viewer.words.seal("feedback_requests.name", requestId, fillers.name),
      subject: viewer.words.seal("feedback_requests.subject", requestId, fill(subject, fillers)),
      letter: viewer.words.seal("feedback_requests.letter", requestId, fill(letter, fillers)),
    });
    return say("Saved.");
  },
);

/** Says which setback a letter is about, so that an answer can become reasons of it; empty, it is about none. */
export const tieToSetback = formAction(tieForm, async (viewer, { requestId, setbackId }) => {
  await requireFeedbackRequest(viewer, requestId);
  if (setbackId) await requireSetback(viewer, setbackId);
  await change(viewer, requestId, { setbackId });
  if (setbackId) await requireRoomForLetter(viewer, setbackId);
  return say(setbackId ? "Tied to that setback." : "It is about no setback in particular.");
});

export const sayAsked = formAction(askedForm, async (viewer, { requestId, askedOn, followUpOn }) => {
  if (!hasCome(askedOn, viewer.today))
    throw new Refusal("That day has not come yet. Choose a day up to today.", "askedOn");
  requireLater(followUpOn, askedOn);
  const { request, isNew } = await takeStep(viewer, requestId, "asked", {
    askedOn: columnOf(askedOn),
    followUpOn: followUpOn && columnOf(followUpOn),
  });
  if (isNew) {
    // A circle may read a win: whom they asked is not in it.
    const body = `Asked for feedback on ${artefactWords[request.artefact].mine}.`;
    if (!(await noticeWin(viewer, { sourceId: requestId, body, day: askedOn }))) return say("Noted.");
  }
  return say("Noted. Asking is a win, and it is among yours now.");
});

export const chooseFollowUpDay = formAction(followUpDayForm, async (viewer, { requestId, followUpOn }) => {
  const { askedOn, can } = await requireFeedbackRequest(viewer, requestId);
  if (!askedOn || !can.includes("followed_up")) throw new Refusal(MOVED_ON);
  requireLater(followUpOn, askedOn);
  await change(viewer, requestId, { followUpOn: followUpOn && columnOf(followUpOn) });
  return say(followUpOn ? "Changed." : "You will not be reminded of this one.");
});

export const sayFollowedUp = formAction(oneRequestForm, async (viewer, { requestId }) => {
  await takeStep(viewer, requestId, "followed_up", { followedUpOn: columnOf(viewer.today) });
  return say("Noted. Once is enough.");
});

/** Says that they answered, and keeps what they said; later it changes what was kept. */
export const keepAnswer = formAction(answerForm, async (viewer, { requestId, answer, lesson }) => {
  const words = {
    ...(answer !== undefined && {
      answer: viewer.words.seal("feedback_requests.answer", requestId, answer),
    }),
    ...(lesson !== undefined && {
      lesson: viewer.words.seal("feedback_requests.lesson", requestId, lesson),
    }),
  };
  const day = { answeredOn: columnOf(viewer.today) };
  const { request, isNew } = await takeStep(viewer, requestId, "answered", { ...words, ...day });
  // What they said is so on any day. As it was, or taken back, a lesson is none that anybody asks for.
  if (lesson && lesson !== request.lesson) await requireDayForLearning(viewer, "lesson");
  if (!isNew) await change(viewer, requestId, words);
  const kept = lesson === undefined ? request.lesson : lesson;
  if (answer !== undefined) await dropTypedAnswers(viewer, { requestId, lesson: kept });
  return say("Kept.");
});

export const saySilent = formAction(oneRequestForm, async (viewer, { requestId }) => {
  await takeStep(viewer, requestId, "silent", { silentOn: columnOf(viewer.today) });
  return say("It can rest now.");
});

export const takeStepBack = formAction(stepBackForm, async (viewer, { requestId, step }) => {
  const request = await requireFeedbackRequest(viewer, requestId);
  if (request.canTakeBack !== step) {
    // Pressed twice, it is taken back already.
    if (request[dayOfStep[step]] === null) return;
    throw new Refusal(MOVED_ON);
  }
  await change(viewer, requestId, { [dayOfStep[step]]: null, ...(step === "asked" && { followUpOn: null }) });
  if (step === "asked") await unnoticeWin(viewer, requestId);
  return say("Taken back.");
});

export const putAnswerInJar = formAction(oneRequestForm, async (viewer, { requestId }) => {
  const { answer, jarEntryId, answeredOn, ...request } = await requireFeedbackRequest(viewer, requestId);
  if (!answer || !jarEntryId || !answeredOn)
    throw new Refusal("There are no words of theirs here yet. Write down what they said, then keep it.");
  const who = request.known.name ?? fromWords[request.askedOf].one;
  await putInJarFromElsewhere(viewer, {
    id: jarEntryId,
    words: answer,
    origin: `${who}, on ${artefactWords[request.artefact].mine}`,
    day: answeredOn,
  });
  return say("It is in your evidence jar.");
});

export const deleteRequest = formAction(oneRequestForm, async (viewer, { requestId }) => {
  const mine = { userId: viewer.id, id: requestId };
  const { count } = await viewer.db.feedbackRequest.updateMany({
    where: { ...mine, deletedAt: null },
    data: { deletedAt: viewer.now },
  });
  if (count === 0 && !(await viewer.db.feedbackRequest.count({ where: mine }))) notFound();
  await dropDraftsAbout(viewer, requestId);
  return goTo(`/feedback?deleted=${requestId}`);
});

export const bringRequestBack = formAction(oneRequestForm, async (viewer, { requestId }) => {
  const mine = { userId: viewer.id, id: requestId };
  await viewer.db.feedbackRequest.updateMany({
    where: { ...mine, deletedAt: { gte: undoneUntil(viewer.now) } },
    data: { deletedAt: null },
  });
  if (!(await viewer.db.feedbackRequest.count({ where: { ...mine, deletedAt: null } }))) notFound();
  return goTo(`/feedback/${requestId}`);
});

function requireLater(followUpOn: string | null, askedOn: string): void {
  if (followUpOn && followUpOn <= askedOn)
    throw new Refusal("Choose a day after the one on which you asked, or leave it empty.", "followUpOn");
}
