import "server-only";
import { sayMoment } from "@/lib/dates";
import type { ReminderKind } from "@/lib/generated/enums";
import { QUIET } from "@/lib/reminders/rules";
import { parseUnsubscribeCode } from "@/lib/reminders/secret";
import type { Viewer, Visitor } from "@/lib/viewer";

export type ReminderChoices = Awaited<ReturnType<typeof findReminders>>;

/** Which mails the viewer chose, and since when their address takes none, if so. */
export async function findReminders(viewer: Viewer) {
  const found = await viewer.db.reminderSettings.findFirst({
    where: { userId: viewer.id },
    select: {
      eveningHour: true,
      digestHour: true,
      followUpHour: true,
      quietFrom: true,
      quietUntil: true,
      pausedAt: true,
      refusedAt: true,
    },
  });
  const { pausedAt, refusedAt, ...chosen } = found ?? {
    ...{ eveningHour: null, digestHour: null, followUpHour: null, pausedAt: null, refusedAt: null },
    ...QUIET,
  };
  return {
    ...chosen,
    isPaused: pausedAt !== null,
    refused: refusedAt && sayMoment(refusedAt, viewer.now, viewer.timeZone),
  };
}

/** Which kind of mail a secret stops, and whether it still comes; null where it stops nothing. */
export async function findUnsubscribe(
  visitor: Visitor,
  code: string,
): Promise<{ kind: ReminderKind; comes: boolean } | null> {
  const hash = parseUnsubscribeCode(code);
  if (!hash) return null;
  const [found] = await visitor.db.$queryRaw<{ kind: ReminderKind; comes: boolean }[]>`
    select kind::text, comes from app.find_unsubscribe(${hash})`;
  return found ?? null;
}
