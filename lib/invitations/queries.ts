import "server-only";
import { freeSeats } from "@/lib/circles/rules";
import { sayMoment } from "@/lib/dates";
import { env } from "@/lib/env";
import { isId } from "@/lib/ids";
import { codeOf } from "@/lib/invitations/code";
import { stateOf } from "@/lib/invitations/rules";
import type { Viewer } from "@/lib/viewer";

const MOST_SHOWN = 60;

export type InvitationCard = Awaited<ReturnType<typeof listInvitations>>[number];

/**
 * The invitations into a circle, those that work first, each with the people who came by it; empty for
 * whoever does not look after the circle. A link is handed out only while it works.
 */
export async function listInvitations(viewer: Viewer, circleId: string) {
  const rows = await viewer.db.invitation.findMany({
    where: { circleId },
    select: {
      id: true,
      circleId: true,
      uses: true,
      createdAt: true,
      expiresAt: true,
      revokedAt: true,
      madeBy: { select: { alias: true } },
      arrivals: { select: { member: { select: { alias: true } } }, orderBy: { createdAt: "asc" } },
    },
    orderBy: [{ revokedAt: { sort: "asc", nulls: "first" } }, { expiresAt: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
    relationLoadStrategy: "join",
  });
  const cards = rows.map((row) => {
    // Whoever came and is not seen by the viewer counts still, so that a used link is said to be used, without a name.
    const seen = row.arrivals.flatMap(({ member }) => member?.alias ?? []);
    const used = stateOf({ ...row, came: row.arrivals.length }, viewer.now);
    const state = used === "used up" && seen.length === 0 ? "taken back" : used;
    return {
      id: row.id,
      state,
      link: state === "works" ? `${env().ONWARD_URL}/invite/${codeOf(row)}` : null,
      placesLeft: row.uses - row.arrivals.length,
      madeBy: row.madeBy.alias,
      made: sayMoment(row.createdAt, viewer.now, viewer.timeZone),
      expires: new Intl.DateTimeFormat("en-GB", {
        timeZone: viewer.timeZone,
        weekday: "long",
        day: "numeric",
        month: "long",
        hour: "2-digit",
        minute: "2-digit",
      }).format(row.expiresAt),
      cameBy: seen,
    };
  });
  return [...cards.filter((card) => card.link), ...cards.filter((card) => !card.link)];
}

/** How many seats of a circle are free, and how many of its invitations work, at this moment. */
export async function countRoom(viewer: Viewer, circleId: string): Promise<{ free: number; live: number }> {
  if (!isId(circleId)) return { free: 0, live: 0 };
  const taken = await viewer.db.membership.count({ where: { circleId, leftAt: null } });
  return { free: freeSeats(taken), live: (await listLive(viewer, circleId)).length };
}

/** The ids of a circle's invitations by which somebody could join at this moment. */
export async function listLive(viewer: Viewer, circleId: string): Promise<string[]> {
  const open = await viewer.db.invitation.findMany({
    where: { circleId, revokedAt: null, expiresAt: { gt: viewer.now } },
    select: {
      id: true,
      uses: true,
      expiresAt: true,
      revokedAt: true,
      _count: { select: { arrivals: true } },
    },
    relationLoadStrategy: "join",
  });
  const live = open.filter((row) => stateOf({ ...row, came: row._count.arrivals }, viewer.now) === "works");
  return live.map(({ id }) => id);
}
