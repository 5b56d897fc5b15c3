"use server";
import { notFound } from "next/navigation";
import { prisma } from "@/lib/db";
import { formAction, say, visitorAction } from "@/lib/form-action";
import { keepOnce } from "@/lib/keep-once";
import { refuseFlood } from "@/lib/limits";
import { Refusal } from "@/lib/refusal";
import { noteForm, oneNoteForm } from "@/lib/supporter-notes/schema";
import { findSupporterView } from "@/lib/supporters/queries";

/** Leaves the member of a link a few lines, sealed with their key. For whoever holds the link. */
export const leaveNote = visitorAction(noteForm, async ({ id, code, words }) => {
  const db = prisma();
  const found = (await findSupporterView({ viewer: null, db, now: new Date() }, code)) ?? notFound();
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
  if (said === "gone") notFound();
  if (said === "full")
    throw new Refusal(
      "So many notes wait here that there is no room for another just now. Your words are still here.",
    );
  return say(`${found.sees.called} can read it now.`);
});

export const deleteNote = formAction(oneNoteForm, async (viewer, { noteId }) => {
  await viewer.db.supporterNote.deleteMany({ where: { userId: viewer.id, id: noteId } });
  await viewer.db.nudge.updateMany({
    where: { userId: viewer.id, kind: "supporter-note", aboutId: noteId, doneAt: null },
    data: { doneAt: viewer.now },
  });
  return say("Deleted.");
});
