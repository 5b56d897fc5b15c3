import "server-only";
import { sayExactly, sayMoment } from "@/lib/dates";
import { findDraft, listKeptWords } from "@/lib/drafts/queries";
import { env } from "@/lib/env";
import { forSchema } from "@/lib/form-fields";
import { listGoals } from "@/lib/goals/queries";
import { isId } from "@/lib/ids";
import { beginningOf, titleOf } from "@/lib/setbacks/rules";
import { isWhole } from "@/lib/setbacks/sealed";
import { linkCodeOf, parseLinkCode } from "@/lib/supporters/code";
import { gather } from "@/lib/supporters/gather";
import { listChoosable, previewOf } from "@/lib/supporters/preview";
import { stateOf } from "@/lib/supporters/rules";
import { CHOOSING, chooseForm, PREVIEW } from "@/lib/supporters/schema";
import type { Viewer, Visitor } from "@/lib/viewer";

const VISITS_SHOWN = 100;

export type LinkLine = Awaited<ReturnType<typeof listLinks>>[number];

/** The viewer's links, those that live first. */
export async function listLinks(viewer: Viewer) {
  const rows = await viewer.db.supporterLink.findMany({
    where: { userId: viewer.id },
    select: {
      id: true,
      name: true,
      createdAt: true,
      expiresAt: true,
      revokedAt: true,
      visits: { select: { visitedAt: true }, orderBy: { visitedAt: "desc" }, take: 1 },
    },
    orderBy: [{ revokedAt: { sort: "asc", nulls: "first" } }, { expiresAt: "desc" }],
    take: 100,
    relationLoadStrategy: "join",
  });
  return rows.map(({ id, name, visits: [visit], ...row }) => ({
    id,
    name: viewer.words.open("supporter_links.name", id, name),
    state: stateOf(row, viewer.now),
    until: sayExactly(row.expiresAt, viewer.timeZone),
    visited: visit ? sayMoment(visit.visitedAt, viewer.now, viewer.timeZone) : null,
  }));
}

export type LinkView = NonNullable<Awaited<ReturnType<typeof findLink>>>;

/** One of the viewer's links: its address while it lives, what is seen by it, and when it was opened. */
export async function findLink(viewer: Viewer, linkId: string) {
  if (!isId(linkId)) return null;
  const link = await viewer.db.supporterLink.findFirst({
    where: { userId: viewer.id, id: linkId },
    select: {
      id: true,
      tokenHash: true,
      name: true,
      called: true,
      createdAt: true,
      expiresAt: true,
      revokedAt: true,
      visits: { select: { id: true, visitedAt: true }, orderBy: { visitedAt: "desc" }, take: VISITS_SHOWN },
    },
    relationLoadStrategy: "join",
  });
  if (!link) return null;
  const { id } = link;
  const state = stateOf(link, viewer.now);
  const visitor = { viewer, db: viewer.db, now: viewer.now };
  return {
    id,
    state,
    name: viewer.words.open("supporter_links.name", id, link.name),
    made: sayMoment(link.createdAt, viewer.now, viewer.timeZone),
    until: sayExactly(link.expiresAt, viewer.timeZone),
    link: state === "lives" ? `${env().ONWARD_URL}/s/${linkCodeOf({ userId: viewer.id, id })}` : null,
    sees: state === "lives" ? ((await gather(visitor, link.tokenHash))?.sees ?? null) : null,
    visits: link.visits.map((visit) => ({
      id: visit.id,
      ...sayMoment(visit.visitedAt, viewer.now, viewer.timeZone),
    })),
  };
}

/** How many of the viewer's links live at this moment. */
export function countLinks(viewer: Viewer): Promise<number> {
  return viewer.db.supporterLink.count({
    where: { userId: viewer.id, revokedAt: null, expiresAt: { gt: viewer.now } },
  });
}

/** What a supporter sees by a code; null for one behind which nothing lives, whatever the reason. */
export async function findSupporterView(visitor: Visitor, code: string) {
  const hash = parseLinkCode(code);
  return hash && gather(visitor, hash);
}

export type SupporterPreview = NonNullable<Awaited<ReturnType<typeof findSupporterPreview>>>;

/** What waits to be looked at before a link is made; null when nothing is chosen, or something of it cannot go. */
export async function findSupporterPreview(viewer: Viewer) {
  const draft = await findDraft(viewer, PREVIEW);
  const [id] = draft?.values.id ?? [];
  const chosen = chooseForm.safeParse(forSchema(draft?.values ?? {}));
  return chosen.data && id ? previewOf(viewer, id, chosen.data) : null;
}

export type Choosing = Awaited<ReturnType<typeof findChoosing>>;

/** Everything that the page needs on which a link is made: what to choose from, or the preview. */
export async function findChoosing(viewer: Viewer, step: unknown) {
  const preview = step === "preview" ? await findSupporterPreview(viewer) : null;
  const kept = await listKeptWords(viewer, [CHOOSING, PREVIEW]);
  const goals = preview ? [] : await listGoals(viewer);
  const setbacks = preview ? [] : await listChoosable(viewer);
  return {
    preview,
    choosing: kept[CHOOSING] ?? null,
    chosen: kept[PREVIEW] ?? null,
    goals: goals.map(({ id, title, rhythmInWords }) => ({ id, title, rhythmInWords })),
    setbacks: setbacks.filter(isWhole).map((setback) => ({
      ...setback,
      title: titleOf(setback.kind),
      beginning: beginningOf(setback.happened),
    })),
    name: viewer.name,
    today: viewer.today,
    isVerified: viewer.verifiedAt !== null,
    links: await countLinks(viewer),
  };
}
