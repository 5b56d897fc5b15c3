import "server-only";
import { dayIn, startOfDay } from "@/lib/dates";
import { asSystem } from "@/lib/db";
import { listCameDue, noteCameDue } from "@/lib/jobs/came-due";
import type { Due } from "@/lib/jobs/due-members";

/*
 * What has come due stands under "Waiting for you" for everybody, whichever mails they chose, paused or cannot be sent
 * (lib/reminders/rules.ts). It is looked for by sets of people; what is there already is left as it is.
 */

const AT_ONCE = 500;

/** @throws in the end, where some could not be looked at just now. That keeps no others. */
export async function noteWhatIsDue(now = new Date()): Promise<void> {
  const troubles: unknown[] = [];
  let after: string | undefined;
  do {
    const some = await listSome(after);
    const due = some.map(({ id, timeZone }): Due => {
      const day = dayIn(timeZone, now);
      return { userId: id, day, timeZone, morning: startOfDay(day, timeZone) };
    });
    await asSystem(async (db) => noteCameDue(db, await listCameDue(db, due), null)).catch((trouble) =>
      troubles.push(trouble),
    );
    after = some.length < AT_ONCE ? undefined : some.at(-1)?.id;
  } while (after);
  if (troubles.length > 0) throw troubles[0];
}

const listSome = (after?: string) =>
  asSystem((db) =>
    db.user.findMany({
      where: after ? { id: { gt: after } } : {},
      select: { id: true, timeZone: true },
      orderBy: { id: "asc" },
      take: AT_ONCE,
    }),
  );
