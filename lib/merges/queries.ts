import "server-only";
import { addDays } from "date-fns/addDays";
import { type Meeting, sayZone } from "@/lib/circles/rules";
import { sayWeekly } from "@/lib/circles/say-meetings";
import { dayIn, sayDay, sayMoment } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { listBrought, listJoined } from "@/lib/merges/joined";
import { isSmall, OFFERED_FOR_DAYS, READABLE_FOR_DAYS } from "@/lib/merges/rules";
import { weeksBefore } from "@/lib/merges/weeks-before";
import { WHO_LEFT } from "@/lib/posts/rules";
import { listWordsThere } from "@/lib/reports/where-i-sat";
import type { Viewer } from "@/lib/viewer";

type Offer = Meeting & {
  id: string;
  createdAt: Date;
  /** Whether it is the other circle that stays. */
  othersStay: boolean;
  others: number;
  purpose: string;
  language: string;
  saidYes: boolean;
};

export type OwnCircle = NonNullable<Awaited<ReturnType<typeof findSmallCircle>>>;

/** A circle of the viewer's, how many are active there, and what is offered to it; null where they do not sit. */
export async function findSmallCircle(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  const seat = await viewer.db.membership.findFirst({
    where: { circleId, userId: viewer.id, leftAt: null },
    select: {
      role: true,
      pausedAt: true,
      circle: {
        select: {
          id: true,
          name: true,
          memberships: { where: { leftAt: null }, select: { pausedAt: true } },
        },
      },
    },
    relationLoadStrategy: "join",
  });
  if (!seat) return null;
  const { memberships, ...circle } = seat.circle;
  const offer = await findOffer(viewer, circleId);
  return {
    ...circle,
    canLookAfter: seat.role !== "member",
    takesBreak: seat.pausedAt !== null,
    isSmall: isSmall(memberships.filter(({ pausedAt }) => !pausedAt).length),
    offer: offer && {
      ...offer,
      together: offer.others + memberships.length,
      meets: `${sayWeekly(offer)}, ${sayZone(offer.timeZone)} time`,
      until: sayDay(dayIn(viewer.timeZone, addDays(offer.createdAt, OFFERED_FOR_DAYS)), viewer.today),
    },
  };
}

async function findOffer(viewer: Viewer, circleId: string): Promise<Offer | null> {
  const [offer] = await viewer.db.$queryRaw<Offer[]>`
    select id, created_at as "createdAt", others_stay as "othersStay", others, purpose, language,
           time_zone as "timeZone", meeting_day as "meetingDay", meeting_time as "meetingTime",
           second_meeting_day as "secondMeetingDay", second_meeting_time as "secondMeetingTime", said_yes as "saidYes"
    from app.offered_merge(${circleId}::uuid)`;
  return offer ?? null;
}

export type JoinedCircle = NonNullable<Awaited<ReturnType<typeof findJoinedCircle>>>;

/**
 * Where a circle of the viewer's went that joined another one, and what was said there before, newest first; `before`
 * is the `older` of an earlier page. Null for everybody else, and once thirty days are over.
 */
export async function findJoinedCircle(viewer: Viewer, circleId: string, before?: string) {
  if (!isId(circleId)) return null;
  const [into] = await viewer.db.$queryRaw<
    { id: string; name: string; called: string; was: string; wasCalled: string; mergedAt: Date }[]
  >`select id, name, called, was, was_called as "wasCalled", merged_at as "mergedAt" from app.joined_into(${circleId}::uuid)`;
  if (!into) return null;
  const said = await viewer.db.$queryRaw<SaidBefore[]>`
    select id, alias, body, details, created_at as "createdAt", taken_back as "isTakenBack", replies
    from app.what_was_said(${circleId}::uuid, ${before && isId(before) ? before : null}::uuid)`;
  const there = await listWordsThere(viewer, circleId);
  const others = new Set(there.filter(({ authorId }) => authorId !== viewer.id).map(({ id }) => id));
  const [brought] = await listBrought(
    viewer,
    (await listJoined(viewer)).filter(({ id }) => id === circleId),
  );
  return {
    id: circleId,
    into,
    weeks: weeksBefore(there, viewer.id, viewer.today),
    /** What the viewer said they would do, and was open when it joined. */
    mine: brought?.commitments ?? [],
    /** What of it somebody else said, by its id. */
    others,
    until: sayDay(dayIn(viewer.timeZone, addDays(into.mergedAt, READABLE_FOR_DAYS)), viewer.today),
    posts: said.map(({ createdAt, alias, ...post }) => ({
      ...post,
      alias: alias ?? WHO_LEFT,
      said: sayMoment(createdAt, viewer.now, viewer.timeZone),
    })),
    older: said.length === PAGE ? (said.at(-1)?.id ?? null) : null,
  };
}

/** As many as app.what_was_said gives. */
const PAGE = 20;

type SaidBefore = {
  id: string;
  alias: string | null;
  body: string;
  details: string[];
  createdAt: Date;
  isTakenBack: boolean;
  replies: { id: string; alias: string; body: string }[];
};
