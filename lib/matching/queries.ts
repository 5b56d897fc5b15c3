import "server-only";
import { DEFAULT_AGREEMENTS } from "@/lib/circles/agreements";
import { meetingColumns } from "@/lib/circles/meeting-columns";
import { lacksSecondDay } from "@/lib/circles/rules";
import { clocksFor, sayWeeklyFor } from "@/lib/circles/say-meetings";
import { sayMoment } from "@/lib/dates";
import { sayPart } from "@/lib/matching/hours";
import { type Stage, sayStage, sayWhy } from "@/lib/matching/rules";
import type { Viewer } from "@/lib/viewer";

export type WaitView = NonNullable<Awaited<ReturnType<typeof findWait>>>;

/** What the viewer said when they looked for a circle; null where they never did. */
export async function findWait(viewer: Viewer) {
  const wait = await viewer.db.wait.findFirst({
    where: { userId: viewer.id },
    select: {
      timeZone: true,
      languages: true,
      hours: true,
      level: true,
      field: true,
      pace: true,
      need: true,
      employerMark: true,
      canHold: true,
      alias: true,
      since: true,
      restsUntil: true,
      silentAt: true,
    },
  });
  if (!wait) return null;
  const { employerMark, since, restsUntil, silentAt, ...said } = wait;
  const rests = restsUntil && restsUntil > viewer.now ? restsUntil : null;
  return {
    ...said,
    hasEmployer: employerMark !== null,
    isLooking: since !== null,
    since: since && sayMoment(since, viewer.now, viewer.timeZone),
    rests: rests && sayRest(rests, viewer),
    isSilent: silentAt !== null,
  };
}

/** "about 3 hours": how long nothing is proposed. */
function sayRest(until: Date, { now }: Viewer): string {
  const hours = Math.ceil((until.getTime() - now.getTime()) / 3_600_000);
  return hours <= 1 ? "about an hour" : `about ${hours} hours`;
}

export type ProposalView = NonNullable<Awaited<ReturnType<typeof findProposal>>>;

/** The circle that is proposed to the viewer now, with why; null where none is. It names nobody. */
export async function findProposal(viewer: Viewer) {
  const proposal = await viewer.db.proposal.findFirst({
    where: {
      userId: viewer.id,
      endedAt: null,
      OR: [{ expiresAt: { gt: viewer.now } }, { acceptedAt: { not: null } }],
    },
    select: {
      id: true,
      circleId: true,
      language: true,
      pace: true,
      ...meetingColumns,
      fields: true,
      acceptedAt: true,
      expiresAt: true,
    },
  });
  if (!proposal) return null;
  const { circleId, acceptedAt, expiresAt, fields, ...circle } = proposal;
  const [counted] = await viewer.db.$queryRaw<{ people: number; yes: number; agreements: string | null }[]>`
    select people, yes, agreements from app.about_proposal(${proposal.id}::uuid)`;
  const part = clocksFor(circle, viewer).map(sayPart).join(" and ");
  return {
    ...circle,
    isThere: circleId !== null,
    saidYes: acceptedAt !== null,
    people: counted?.people ?? 0,
    yes: counted?.yes ?? 0,
    agreements: counted?.agreements ?? DEFAULT_AGREEMENTS,
    why: sayWhy({ language: circle.language, part, fields, isThere: circleId !== null }),
    meets: sayWeeklyFor(circle, viewer),
    lacksSecondDay: lacksSecondDay(circle),
    until: sayMoment(expiresAt, viewer.now, viewer.timeZone).exact,
  };
}

/** Where the viewer's search stands: what a waiting page looks at until it changes. */
export async function findStage(viewer: Viewer): Promise<Stage> {
  const [proposal, wait] = [
    await viewer.db.proposal.findFirst({
      where: { userId: viewer.id },
      select: { id: true, circleId: true, acceptedAt: true, endedAt: true, expiresAt: true },
      orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    }),
    await viewer.db.wait.findFirst({ where: { userId: viewer.id }, select: { since: true, silentAt: true } }),
  ];
  if (proposal && !proposal.endedAt && (proposal.acceptedAt || proposal.expiresAt > viewer.now)) {
    if (!proposal.acceptedAt) return { name: "proposed", proposalId: proposal.id };
    const [counted] = await viewer.db.$queryRaw<{ yes: number }[]>`
      select yes from app.about_proposal(${proposal.id}::uuid)`;
    return { name: "said yes", proposalId: proposal.id, yes: counted?.yes ?? 0 };
  }
  if (wait?.since) return { name: wait.silentAt ? "silent" : "looking" };
  const circleId = proposal?.acceptedAt && isLately(proposal.endedAt, viewer.now) ? proposal.circleId : null;
  const seated = circleId
    ? await viewer.db.membership.count({ where: { circleId, userId: viewer.id, leftAt: null } })
    : 0;
  return circleId && seated > 0 ? { name: "seated", circleId } : { name: "not looking" };
}

/**
 * Everything that there is to show of a search, as of one moment: the fourth yes may open the circle between two
 * statements, and a page that held half of either would look at nothing that changes any more.
 */
export async function findSearch(viewer: Viewer) {
  for (let stage = await findStage(viewer); ; ) {
    const [wait, proposal] = [await findWait(viewer), await findProposal(viewer)];
    const after = await findStage(viewer);
    if (sayStage(after) === sayStage(stage)) return { stage, wait, proposal };
    stage = after;
  }
}

/** Whoever comes back on another day looks for another circle. */
const isLately = (moment: Date | null, now: Date): boolean =>
  moment !== null && now.getTime() - moment.getTime() < 3_600_000;
