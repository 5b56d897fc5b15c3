import "server-only";
import { sayMoment } from "@/lib/dates";
import { findNewSecret, findPaper } from "@/lib/one-time-codes/new-codes";
import { inGroups, linkForApp, onPaper } from "@/lib/one-time-codes/rules";
import type { Viewer } from "@/lib/viewer";

export type CodesState = Awaited<ReturnType<typeof findCodes>>;

/** Whether the viewer is asked for codes, since when, and how many recovery codes they have left. */
export async function findCodes(viewer: Viewer) {
  // In SQL, because Prisma would read the hash as well, which no member may.
  const [codes] = await viewer.db.$queryRaw<{ since: Date; left: number }[]>`
    select confirmed_at as since,
      (select count(*) filter (where used_at is null)::int from recovery_codes where user_id = ${viewer.id}::uuid) as left
    from one_time_codes where user_id = ${viewer.id}::uuid and confirmed_at is not null`;
  return {
    since: codes ? sayMoment(codes.since, viewer.now, viewer.timeZone) : null,
    left: codes?.left ?? 0,
  };
}

export type NewCodes = Awaited<ReturnType<typeof findNewCodes>>;

/** What the viewer's browser is setting up just now. */
export async function findNewCodes(viewer: Viewer) {
  const secret = await findNewSecret(viewer.id);
  const paper = await findPaper(viewer.id);
  return {
    app: secret ? { link: linkForApp(secret, viewer.email), typed: inGroups(secret) } : null,
    paper: paper?.map(onPaper) ?? null,
  };
}
