"use server";
import { notFound } from "next/navigation";
import { putLetterAway } from "@/lib/decisions/put-letter-away";
import { letterForm } from "@/lib/decisions/schema";
import { formAction, say } from "@/lib/form-action";

/** Says that a letter was read: then nothing says any more that it waits. */
export const haveRead = formAction(
  letterForm,
  async (viewer, { letterId }) => {
    const mine = { userId: viewer.id, id: letterId };
    if ((await viewer.db.decisionLetter.count({ where: mine })) === 0) notFound();
    await putLetterAway(viewer, letterId);
    return say("Put away. The letter stays here.");
  },
  { whileSuspended: true },
);
