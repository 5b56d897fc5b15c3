import type { Member } from "@/tests/factories";
import { aDebrief, aPracticeQuestion, aReason } from "@/tests/factories-of-learning";
import { anExercise, aReframe, aSetback, aWritingSession } from "@/tests/factories-of-setbacks";
import { daysAgo } from "./days-ago";

/* Setbacks, what was written about them, and what was learnt. */

/** Setbacks of every age of the author, and what was written about one of them. */
export async function severalSetbacks(author: Member) {
  const setback = await aSetback(author, {
    happened: "Four weeks, and not a word.\n\nI keep opening the inbox.",
    kind: "silence",
    company: "Kestrel Freight",
    role: "Dispatcher",
    industry: "Logistics",
    stage: "second interview",
    source: "a friend",
    feelings: { deflated: 7, hopeful: 2 },
    // Its own first day is over. It is that of `fresh`, so what asks for reasons waits here, too: the facilitator, to
    // whom nothing happened today, is shown the stages open.
    createdAt: daysAgo(3),
  });
  const fresh = await aSetback(author, { happened: "No, by mail." });
  const letGo = await aSetback(author, { happened: "Long ago.", closedAt: daysAgo(1) });
  const reframes = {
    begun: await aReframe(author, setback, { feelings: { deflated: { before: 7 }, hopeful: { before: 2 } } }),
    seen: await aReframe(author, setback, {
      thought: "Nobody will ever hire me.",
      fairer: "One bakery did not answer.",
      feelings: { deflated: { before: 7, after: 4 }, hopeful: { before: 2, after: 2 } },
    }),
  };
  const deletedSetback = await aSetback(author, { deletedAt: new Date() });
  const writing = await aWritingSession(author, setback, { runningFrom: new Date() });
  const written = await aWritingSession(author, setback, { day: "2026-11-01", endedAt: new Date() });
  const unwritten = await aSetback(author, { happened: "They chose somebody else." });
  const exercise = await anExercise(author, setback, "what_matters", {
    dear: ["Fairness", "Nature"],
    lived: ["I helped a neighbour."],
  });
  return { setback, fresh, letGo, deletedSetback, unwritten, reframes, writing, written, exercise };
}

/** A setback of last week with reasons of every kind, a debrief and its questions; and one that was closed. */
export async function somethingLearnt(author: Member) {
  const createdAt = new Date(Date.now() - 7 * 86_400_000);
  const setback = await aSetback(author, { kind: "after_interview", createdAt });
  const closed = await aSetback(author, { kind: "after_applying", createdAt, closedAt: new Date() });
  await aReason(author, setback);
  await aReason(author, setback, { words: "I had not read about their routes.", whose: "mine" });
  await aReason(author, setback, { words: "My answers ran long.", whose: "mine", saidBy: "employer" });
  await aReason(author, setback, { words: "The budget was cut.", whose: "theirs", saidBy: "employer" });
  await aReason(author, setback, { words: "Somebody knew somebody.", whose: "chance", saidBy: "unknown" });
  await aReason(author, setback, { words: "The train.", whose: "chance", letGoAt: new Date() });
  const out = await aReason(author, setback, { deletedAt: new Date() });
  await aDebrief(author, setback, { wentWell: "I asked a good question.", differently: "Slower." });
  await aPracticeQuestion(author, { setbackId: setback.id });
  await aPracticeQuestion(author, { question: "Why us?", practisedAt: new Date() });
  const questionOut = await aPracticeQuestion(author, { deletedAt: new Date() });
  return { setback, closed, out, questionOut };
}
