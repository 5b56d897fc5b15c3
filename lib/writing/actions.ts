"use server";
import { notFound } from "next/navigation";
import { columnOf } from "@/lib/dates";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { formAction, goTo, say } from "@/lib/form-action";
import { keepOnce } from "@/lib/keep-once";
import { Refusal } from "@/lib/refusal";
import { requireSetback } from "@/lib/setbacks/require-setback";
import { holdSession } from "@/lib/writing/hold-session";
import { findWriting } from "@/lib/writing/queries";
import { goingOn, resting, SESSION_SECONDS, together } from "@/lib/writing/rules";
import { beginForm, LONGEST_WRITING, oneSessionForm, writingForm } from "@/lib/writing/schema";
import { versionOf } from "@/lib/writing/version-of";

/** Begins today's session, or goes to the one that is there already: a day has one. */
export const beginWriting = formAction(beginForm, async (viewer, { id, setbackId }) => {
  const of = { userId: viewer.id, setbackId };
  if (!(await viewer.db.setback.count({ where: { userId: viewer.id, id: setbackId, deletedAt: null } })))
    notFound();
  const { todays, mayBegin } = await findWriting(viewer, setbackId);
  if (todays) return goTo(`/setbacks/${setbackId}/writing/${todays.id}`);
  if (mayBegin !== "yes") {
    throw new Refusal(
      "You have begun all five, and that is how far this goes. What you wrote stays here to be read, and any of it can be taken up again.",
    );
  }
  const day = columnOf(viewer.today);
  await keepOnce(
    { ...of, id, day },
    {
      add: (row) =>
        viewer.db.writingSession.createMany({
          data: {
            ...row,
            words: viewer.words.seal("writing_sessions.words", row.id, ""),
            secondsLeft: SESSION_SECONDS,
            runningFrom: viewer.now,
          },
          skipDuplicates: true,
        }),
      // Another tab may have been the first, under an id of its own.
      find: () => viewer.db.writingSession.count({ where: { ...of, day } }),
    },
  );
  const begun = await viewer.db.writingSession.findFirst({ where: { ...of, day }, select: { id: true } });
  return begun ? goTo(`/setbacks/${setbackId}/writing/${begun.id}`) : goTo(`/setbacks/${setbackId}/writing`);
});

const said = {
  keep: "Kept.",
  rest: "Kept. The clock rests until you go on.",
  "go on": "Kept. The clock goes on.",
};

/** Keeps what stands on the page, whichever button was pressed, and does to the clock what the button says. */
export const keepWriting = formAction(writingForm, async (viewer, { sessionId, words, seen, press }) => {
  const session = (await holdSession(viewer, sessionId)) ?? notFound();
  await requireSetback(viewer, session.setbackId);
  const kept = viewer.words.open("writing_sessions.words", sessionId, session.words);
  const both = together(kept, words, seen === versionOf(session.words));
  if (both.length > LONGEST_WRITING) {
    throw new Refusal(
      "Another tab has kept other words of this session, and together they are too long, so nothing was changed. Copy what stands here, reload the page, and put in what is missing.",
      "words",
    );
  }
  const { secondsLeft, runningFrom } = session;
  const clock = { secondsLeft, runningFrom };
  const pressed = {
    keep: {},
    rest: resting(clock, viewer.now),
    "go on": { ...goingOn(clock, viewer.now), endedAt: null },
    end: { ...resting(clock, viewer.now), endedAt: session.endedAt ?? viewer.now },
  };
  await viewer.db.writingSession.updateMany({
    where: { userId: viewer.id, id: sessionId },
    data: { words: viewer.words.seal("writing_sessions.words", sessionId, both), ...pressed[press] },
  });
  if (press === "end") return goTo(`/setbacks/${session.setbackId}/writing?ended=1`);
  return say(
    both === words ? said[press] : `${said[press]} Another tab had kept other words: both are here now.`,
  );
});

/** Opens a session that was ended, to write on. Its clock rests until it is asked to go on. */
export const takeUpWriting = formAction(oneSessionForm, async (viewer, { sessionId, setbackId }) => {
  const { count } = await viewer.db.writingSession.updateMany({
    where: { userId: viewer.id, id: sessionId, setbackId, setback: { deletedAt: null } },
    data: { endedAt: null },
  });
  if (count === 0) notFound();
  return goTo(`/setbacks/${setbackId}/writing/${sessionId}`);
});

/** Deletes a session for good, and what was being typed into it. Doing it twice is the same as doing it once. */
export const deleteWriting = formAction(oneSessionForm, async (viewer, { sessionId, setbackId }) => {
  await viewer.db.writingSession.deleteMany({ where: { userId: viewer.id, id: sessionId, setbackId } });
  await dropDraftsAbout(viewer, sessionId);
  return goTo(`/setbacks/${setbackId}/writing?deleted=1`);
});
