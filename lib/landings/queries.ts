import "server-only";
import { sayMoment } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { sayLookBack } from "@/lib/landings/rules";
import type { Viewer } from "@/lib/viewer";

export type LookingBack = NonNullable<Awaited<ReturnType<typeof findLookBack>>>;

/** The viewer's time in a circle, to look back on; null where they do not sit. */
export async function findLookBack(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  const seat = await viewer.db.membership.findFirst({
    where: { circleId, userId: viewer.id, leftAt: null },
    select: { alias: true, joinedAt: true, circle: { select: { id: true, name: true } } },
    relationLoadStrategy: "join",
  });
  if (!seat) return null;
  const { db, id: me } = viewer;
  const [counts] = await db.$queryRaw<Omit<Parameters<typeof sayLookBack>[0], "days">[]>`
    select (select count(*) from posts
        where circle_id = ${circleId}::uuid and author_id = ${me}::uuid and taken_back_at is null)::int as posts,
      (select count(*) from replies
        where circle_id = ${circleId}::uuid and author_id = ${me}::uuid and taken_back_at is null)::int as replies,
      (select count(*) from encouragements e join posts p on p.circle_id = e.circle_id and p.id = e.post_id
        where e.circle_id = ${circleId}::uuid and e.member_id <> ${me}::uuid
          and p.circle_id = ${circleId}::uuid and p.author_id = ${me}::uuid and p.taken_back_at is null
      )::int as encouragements,
      (select count(*) from commitments
        where circle_id = ${circleId}::uuid and author_id = ${me}::uuid and outcome = 'kept')::int as commitments`;
  const days = Math.floor((viewer.now.getTime() - seat.joinedAt.getTime()) / 86_400_000);
  const none = { posts: 0, replies: 0, encouragements: 0, commitments: 0 };
  return { circle: seat.circle, alias: seat.alias, lines: sayLookBack({ days, ...(counts ?? none) }) };
}

export type Landed = Awaited<ReturnType<typeof listLanded>>[number];

/** Who landed from a circle and lets it know. Empty for whoever does not sit there. */
export async function listLanded(viewer: Viewer, circleId: string) {
  const rows = await viewer.db.landing.findMany({
    where: { circleId, shownAt: { not: null }, member: { leftAt: { not: null } } },
    select: { landedAt: true, supportAt: true, member: { select: { alias: true } } },
    orderBy: { landedAt: "desc" },
    relationLoadStrategy: "join",
  });
  return rows.map(({ landedAt, supportAt, member }) => ({
    alias: member.alias,
    when: sayMoment(landedAt, viewer.now, viewer.timeZone),
    supports: supportAt !== null,
  }));
}

export type MyLanding = Awaited<ReturnType<typeof listMyLandings>>[number];

/** The circles from which the viewer landed and to which they may come back. */
export async function listMyLandings(viewer: Viewer) {
  type Row = {
    circleId: string;
    name: string;
    alias: string;
    landedAt: Date;
    shown: boolean;
    supports: boolean;
    hasSeat: boolean;
  };
  const rows = await viewer.db.$queryRaw<Row[]>`
    select circle_id as "circleId", name, alias, landed_at as "landedAt", shown, supports, has_seat as "hasSeat"
    from app.my_landings()`;
  return rows.map(({ landedAt, ...row }) => ({
    ...row,
    when: sayMoment(landedAt, viewer.now, viewer.timeZone),
  }));
}
