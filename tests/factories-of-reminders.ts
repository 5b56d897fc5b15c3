import { columnOf, type Day } from "@/lib/dates";
import { asMember, asSystem } from "@/lib/db";
import type { Prisma, ReminderKind } from "@/lib/generated/client";
import { keepUnsubscribeCode } from "@/lib/reminders/secret";
import type { Member } from "./factories";

type Chosen = Partial<Omit<Prisma.ReminderSettingsUncheckedCreateInput, "userId" | "refusedAt">>;

/** Somebody chose these mails, in place of what they chose before. */
export const someReminders = ({ id: userId }: Member, chosen: Chosen) =>
  asMember(userId, async (db) => {
    await db.reminderSettings.createMany({ data: { userId }, skipDuplicates: true });
    await db.reminderSettings.updateMany({ where: { userId }, data: chosen });
  });

/** A mail of a kind was queued for a day, and left. */
export const aReminder = ({ id: userId }: Member, kind: ReminderKind, day: Day) =>
  asSystem((db) =>
    db.reminder.createMany({
      data: { userId, kind, day: columnOf(day), sentAt: new Date() },
      skipDuplicates: true,
    }),
  );

/** The last part of the address that stops a kind of mail, as a mail would have it. */
export const anUnsubscribeCode = ({ id: userId }: Member, kind: ReminderKind = "digest") =>
  asSystem((db) => keepUnsubscribeCode(db, { userId, kind }));

/** The last mail to somebody came back. */
export const noMailbox = ({ id: userId }: Member) =>
  asSystem(async (db) => {
    await db.reminderSettings.createMany({ data: { userId }, skipDuplicates: true });
    await db.reminderSettings.updateMany({
      where: { userId },
      data: { refusedAt: new Date() },
    });
  });
