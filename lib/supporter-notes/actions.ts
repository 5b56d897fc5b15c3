"use server";
import { notFound } from "next/navigation";
import { prisma } from "@/lib/db";
import { formAction, say, visitorAction } from "@/lib/form-action";
import { keepOnce } from "@/lib/keep-once";
import { refuseFlood } from "@/lib/limits";
import { Refusal } from "@/lib/refusal";
import { noteForm, oneNoteForm } from "@/lib/supporter-notes/schema";
import { findSupporterView } from "@/lib/supporters/queries";
import type { Viewer } from "@/lib/viewer";

const OVER =
  "There is nothing behind this link any more, so your note was not left. Your words are still here: copy them, and ask whoever sent you the link for another one.";

/** Leaves the member of a link a few lines, sealed with their key. For whoever holds the link. */
export const leaveNote = visitorAction(noteForm, async ({ id, code, words }) => {
  const db = prisma();
  const found = await findSupporterView({ viewer: null, db, now: new Date() }, code);
  if (!found) throw new Refusal(OVER);
  await refuseFlood("supporter note", found.linkId);
  let said = "";
  await keepOnce(
    { id, words },
    {
      add: async (note) => {
        const sealed = found.words.seal("supporter_notes.words", note.id, note.words);
        const [answer] = await db.$queryRaw<{ said: string }[]>`
          select app.leave_supporter_note(${found.hash}, ${note.id}::uuid, ${sealed}) as said`;
        said = answer?.said ?? "gone";
        return { count: said === "other" ? 0 : 1 };
      },
      find: async () => 0,
    },
  );
  if (said === "gone") throw new Refusal(OVER);
  if (said === "full")
    throw new Refusal(
      "So many notes wait here that there is no room for another just now. Your words are still here.",
    );
  return say(`${found.sees.called} can read it now.`);
});

/** Folds a note away. Nothing of it is lost, and whoever wrote it learns nothing. */
export const hideNote = formAction(oneNoteForm, async (viewer, { noteId }) => {
  await markNote(viewer, noteId, viewer.now);
  await endNudge(viewer, noteId);
  return say("Hidden. It lies folded below.");
});

export const showNote = formAction(oneNoteForm, async (viewer, { noteId }) => {
  await markNote(viewer, noteId, null);
  return say("There again.");
});

export const deleteNote = formAction(oneNoteForm, async (viewer, { noteId }) => {
  await viewer.db.supporterNote.deleteMany({ where: { userId: viewer.id, id: noteId } });
  await endNudge(viewer, noteId);
  return say("Deleted.");
});

async function markNote(viewer: Viewer, noteId: string, hiddenAt: Date | null): Promise<void> {
  const mine = { userId: viewer.id, id: noteId };
  const { count } = await viewer.db.supporterNote.updateMany({ where: mine, data: { hiddenAt } });
  if (count === 0) notFound();
}

const endNudge = (viewer: Viewer, noteId: string) =>
  viewer.db.nudge.updateMany({
    where: { userId: viewer.id, kind: "supporter-note", aboutId: noteId, doneAt: null },
    data: { doneAt: viewer.now },
  });
