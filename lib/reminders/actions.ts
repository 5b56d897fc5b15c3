"use server";
import { formAction, say } from "@/lib/form-action";
import { remindersForm, tryAgainForm } from "@/lib/reminders/schema";

/** Chooses which mails come, at which hour, and when none may. */
export const chooseReminders = formAction(remindersForm, async (viewer, { paused, ...chosen }) => {
  const mine = { userId: viewer.id };
  const data = { ...chosen, pausedAt: paused ? viewer.now : null };
  const made = await viewer.db.reminderSettings.createMany({
    data: { ...mine, ...data },
    skipDuplicates: true,
  });
  if (made.count === 0) await viewer.db.reminderSettings.updateMany({ where: mine, data });
  return say(paused ? "Kept. No mail comes until you take the pause out." : "Kept.");
});

/** Lets mails go to an address again that took none. */
export const tryMailsAgain = formAction(tryAgainForm, async (viewer) => {
  await viewer.db.reminderSettings.updateMany({ where: { userId: viewer.id }, data: { refusedAt: null } });
  return say("The next mail is sent again. Should it not arrive, you will read so here.");
});
