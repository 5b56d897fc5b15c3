"use server";
import { notFound } from "next/navigation";
import { formAction, say } from "@/lib/form-action";
import { nudgeMailsForm, putAwayForm } from "@/lib/nudges/schema";

/** Puts away what waits, whether or not anything was done about it. */
export const putAway = formAction(putAwayForm, async (viewer, { kind, aboutId }) => {
  const mine = { userId: viewer.id, kind, aboutId };
  if ((await viewer.db.nudge.count({ where: mine })) === 0) notFound();
  await viewer.db.nudge.updateMany({ where: { ...mine, doneAt: null }, data: { doneAt: viewer.now } });
  return say("Put away.");
});

/** Has mails say that something waits, or stops them. */
export const chooseNudgeMails = formAction(nudgeMailsForm, async (viewer, { mails }) => {
  await viewer.db.user.updateMany({
    // Since when stays as it is.
    where: { id: viewer.id, ...(mails && { nudgeMailsAt: null }) },
    data: { nudgeMailsAt: mails ? viewer.now : null },
  });
  return say(mails ? "A mail will tell you when something waits." : "No mail will tell you.");
});
