import "server-only";
import { sayMoment } from "@/lib/dates";
import type { ReportAbout, ReportReason } from "@/lib/generated/enums";
import { isId } from "@/lib/ids";
import { choicesFor } from "@/lib/moderation/rules";
import { openForModerators } from "@/lib/reports/sealed";
import { snapshotForm } from "@/lib/reports/snapshot";
import type { Viewer } from "@/lib/viewer";

/** Whether the operator named the viewer a moderator. */
export async function isModerator(viewer: Viewer): Promise<boolean> {
  return (await viewer.db.moderator.count({ where: { userId: viewer.id } })) > 0;
}

const MOST = 100;

/**
 * What waits for the viewer as a moderator: danger first, then what has waited longest, and how many wait behind those.
 * The same thing stands there once, however many reported it. What may be theirs to handle is the database's to say
 * (prisma/policies/report.sql); what they reported themselves is not. It is put in order before any is left out, so
 * that danger is seen at once, however long the queue.
 */
export async function listCases(viewer: Viewer, most = MOST) {
  const rows = await viewer.db.$queryRaw<
    { id: string; about: ReportAbout; reason: ReportReason; createdAt: Date; all: number }[]
  >`
    select id, about, reason, "createdAt", count(*) over ()::int as all from (
      select distinct on (r.about, r.thing_id)
        r.id, r.about::text as about, r.reason::text as reason, r.created_at as "createdAt"
      from reports r
      where r.decided_at is null and r.reporter_id is distinct from ${viewer.id}::uuid
        and r.reported_id is distinct from ${viewer.id}::uuid
      order by r.about, r.thing_id, r.reason = 'danger' desc, r.created_at
    ) waiting
    order by reason = 'danger' desc, "createdAt", id
    limit ${most}`;
  return {
    cases: rows.map(({ id, about, reason, createdAt }) => ({
      id,
      about,
      reason,
      made: sayMoment(createdAt, viewer.now, viewer.timeZone),
    })),
    more: Math.max(0, (rows[0]?.all ?? 0) - rows.length),
  };
}

/** The appeals that the viewer may decide: not against what they decided themselves. The longest waiting first. */
export async function listAppeals(viewer: Viewer) {
  const rows = await viewer.db.appeal.findMany({
    where: { decidedAt: null, userId: { not: viewer.id } },
    select: { createdAt: true, decision: { select: { reportId: true, kind: true } } },
    orderBy: { createdAt: "asc" },
    take: MOST,
    relationLoadStrategy: "join",
  });
  return rows.map(({ createdAt, decision }) => ({
    reportId: decision.reportId,
    kind: decision.kind,
    made: sayMoment(createdAt, viewer.now, viewer.timeZone),
  }));
}

export type Case = NonNullable<Awaited<ReturnType<typeof openCase>>>;

/**
 * A report with what was kept of it, for a moderator who may handle it. That they looked is noted, each time. Null for
 * everybody else.
 */
export async function openCase(viewer: Viewer, reportId: string) {
  if (!isId(reportId)) return null;
  const [opened] = await viewer.db.$queryRaw<{ open: boolean }[]>`
    select app.open_case(${reportId}::uuid) as open`;
  if (!opened?.open) return null;
  const row = await viewer.db.report.findFirst({
    where: { id: reportId },
    select: {
      id: true,
      about: true,
      reason: true,
      words: true,
      snapshot: true,
      createdAt: true,
      circleId: true,
      reportedId: true,
      reporterId: true,
      thingId: true,
      decidedAt: true,
      decisions: {
        select: {
          id: true,
          kind: true,
          moderatorId: true,
          createdAt: true,
          letters: { select: { side: true, words: true } },
          appeal: { select: { words: true, createdAt: true, decidedAt: true } },
        },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  if (!row) return null;
  const others = await viewer.db.report.findMany({
    where: { about: row.about, thingId: row.thingId, id: { not: row.id } },
    select: { reason: true, words: true, reporterId: true, decidedAt: true },
    orderBy: { createdAt: "asc" },
  });
  const say = (moment: Date) => sayMoment(moment, viewer.now, viewer.timeZone);
  const open = (sealed: Uint8Array | null) => sealed && openForModerators(sealed);
  const snapshot = row.snapshot && snapshotForm.safeParse(json(openForModerators(row.snapshot))).data;
  return {
    id: row.id,
    about: row.about,
    reason: row.reason,
    words: open(row.words),
    made: say(row.createdAt),
    alsoSaid: others.map((other) => ({ reason: other.reason, words: open(other.words) })),
    /** Null once it was taken out. */
    kept: snapshot
      ? {
          ...snapshot,
          at: snapshot.at && say(new Date(snapshot.at)),
          around: snapshot.around.map((one) => ({ ...one, at: say(new Date(one.at)) })),
        }
      : null,
    choices: choicesFor({
      about: row.about,
      hasReported: row.reportedId !== null,
      hasCircle: row.circleId !== null,
    }),
    isDecided: row.decidedAt !== null,
    hasReported: row.reportedId !== null,
    /** Whether anybody is left who reported it, and reads an answer. */
    hasReporter:
      row.reporterId !== null ||
      others.some(({ reporterId, decidedAt }) => reporterId !== null && decidedAt === null),
    decisions: row.decisions.map(({ id, kind, moderatorId, createdAt, letters, appeal }) => ({
      id,
      kind,
      isMine: moderatorId === viewer.id,
      made: say(createdAt),
      letters: letters.map((letter) => ({ side: letter.side, words: openForModerators(letter.words) })),
      appeal: appeal && {
        words: openForModerators(appeal.words),
        made: say(appeal.createdAt),
        isDecided: appeal.decidedAt !== null,
      },
    })),
  };
}

/** What was sealed as JSON; what does not open is a sentence, and no JSON. */
const json = (text: string): unknown => (text.startsWith("{") ? JSON.parse(text) : null);
