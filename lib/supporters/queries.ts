import "server-only";
import { dayOf, sayExactly, sayMoment } from "@/lib/dates";
import { findDraft, listKeptWords } from "@/lib/drafts/queries";
import { env } from "@/lib/env";
import { forSchema } from "@/lib/form-fields";
import { listGoals } from "@/lib/goals/queries";
import { isId } from "@/lib/ids";
import { privateWords, UNREADABLE } from "@/lib/private-words";
import { listCompanies } from "@/lib/setbacks/queries";
import { beginningOf, titleOf } from "@/lib/setbacks/rules";
import { isWhole, openFeelings, openSetback } from "@/lib/setbacks/sealed";
import { whatTheCircleSees } from "@/lib/shares/rules";
import { facts } from "@/lib/shares/schema";
import { linkCodeOf, parseLinkCode } from "@/lib/supporters/code";
import { endOf, stateOf } from "@/lib/supporters/rules";
import { CHOOSING, type Chosen, chooseForm, PREVIEW, type SetbackPart } from "@/lib/supporters/schema";
import { type ShownSetback, whatTheySee } from "@/lib/supporters/what-they-see";
import { hashOf } from "@/lib/vault";
import type { Viewer, Visitor } from "@/lib/viewer";
import { listWins } from "@/lib/wins/queries";

/** So many setbacks can be chosen from, the newest first. */
const TO_CHOOSE_FROM = 50;
const VISITS_SHOWN = 100;
const WINS_SHOWN = 20;

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

type Gathered = {
  userId: string;
  id: string;
  called: string;
  wins: boolean;
  namesShown: boolean;
  expiresAt: string;
  dataKey: string | null;
  isSealed: boolean;
  timeZone: string;
  goals: Parameters<typeof whatTheySee>[0]["goals"];
  latestWins: { id: string; body: string; day: string }[];
  setbacks: { id: string; shown: string }[];
  companies: { id: string; company: string }[];
};

/** Asks the database what is in a link, and opens it with the key that comes along. */
async function gather({ viewer, db, now }: Visitor, hash: Uint8Array<ArrayBuffer> | Uint8Array) {
  const [row] = await db.$queryRaw<{ found: Gathered | null }[]>`select app.supporter_view(${hash}) as found`;
  const found = row?.found;
  if (!found) return null;
  const { userId, id, dataKey, timeZone } = found;
  const words = privateWords({ id: userId, dataKey, sealedAt: found.isSealed ? now : null });
  const sees = whatTheySee(
    {
      goals: found.goals,
      wins: found.wins ? found.latestWins : null,
      setbacks: found.setbacks.map((setback) =>
        openShown(words.open("supporter_setbacks.shown", setback.id, setback.shown)),
      ),
    },
    {
      called: words.open("supporter_links.called", id, found.called),
      expiresAt: new Date(found.expiresAt),
      timeZone,
      now,
      companies: found.namesShown
        ? null
        : [...new Set(found.companies.map((one) => words.open("setbacks.company", one.id, one.company)))],
    },
  );
  return { sees, words, hash, isOwn: viewer?.id === userId, linkId: id };
}

const openShown = (text: string): ShownSetback =>
  text === UNREADABLE ? { body: UNREADABLE, details: [] } : JSON.parse(text);

/** Setbacks as they can be chosen for a supporter. */
async function listChoosable(viewer: Viewer, ids?: string[]) {
  const rows = await viewer.db.setback.findMany({
    where: { userId: viewer.id, deletedAt: null, ...(ids && { id: { in: ids } }) },
    select: {
      id: true,
      happened: true,
      kind: true,
      company: true,
      role: true,
      industry: true,
      stage: true,
      source: true,
      day: true,
      feelings: { select: { word: true, strength: true } },
    },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: TO_CHOOSE_FROM,
    relationLoadStrategy: "join",
  });
  return rows.map((row) => ({
    ...openSetback(viewer.words, row),
    day: dayOf(row.day),
    feelings: openFeelings(viewer.words, row.id, row.feelings),
  }));
}

type Choosable = Awaited<ReturnType<typeof listChoosable>>[number];

/** What goes of a setback, masked as it is for a circle. */
function shownOf(
  viewer: Viewer,
  setback: Choosable,
  parts: SetbackPart[],
  companies: string[],
  names: Chosen["names"],
) {
  const goes = (part: SetbackPart) => parts.includes(part);
  const { body, details } = whatTheCircleSees(
    setback,
    {
      circleId: "",
      fact: facts.filter((fact) => (parts as string[]).includes(fact)),
      piece: [],
      employer: goes("named") ? "named" : goes("company") ? "masked" : "no",
      names,
      wordsToo: goes("happened"),
      words: setback.happened,
      need: "listen",
    },
    viewer.today,
    [],
    companies,
  );
  return { body, details } satisfies ShownSetback;
}

export type SupporterPreview = NonNullable<Awaited<ReturnType<typeof findSupporterPreview>>>;

/** What waits to be looked at before a link is made; null when nothing is chosen, or something of it cannot go. */
export async function findSupporterPreview(viewer: Viewer) {
  const draft = await findDraft(viewer, PREVIEW);
  const [id] = draft?.values.id ?? [];
  const chosen = chooseForm.safeParse(forSchema(draft?.values ?? {}));
  return chosen.data && id ? previewOf(viewer, id, chosen.data) : null;
}

/** Null where something that was chosen is not there any more, or does not open. */
export async function previewOf(viewer: Viewer, id: string, chosen: Chosen) {
  const wanted = Object.keys(chosen.setbacks);
  const setbacks = wanted.length > 0 ? await listChoosable(viewer, wanted) : [];
  if (setbacks.length < wanted.length || !setbacks.every(isWhole)) return null;
  const companies = await listCompanies(viewer);
  if (chosen.names === "masked" && companies.includes(UNREADABLE)) return null;
  const copies = setbacks.map((setback) => ({
    id: setback.id,
    ...shownOf(viewer, setback, chosen.setbacks[setback.id] ?? [], companies, chosen.names),
  }));
  const going = await listGoals(viewer);
  const goals =
    chosen.goals === "none"
      ? []
      : going.filter((goal) => chosen.goals === "all" || chosen.goal.includes(goal.id));
  if (chosen.goals === "chosen" && goals.length < new Set(chosen.goal).size) return null;
  const wins = chosen.wins ? (await listWins(viewer)).wins.slice(0, WINS_SHOWN) : null;
  const sees = whatTheySee(
    {
      goals: goals.map(({ efforts, ...goal }) => ({
        ...goal,
        days: Object.entries(efforts).flatMap(([day, times]) => Array<string>(times).fill(day)),
      })),
      wins,
      setbacks: copies,
    },
    {
      called: chosen.called,
      expiresAt: endOf(chosen.days, viewer.now),
      timeZone: viewer.timeZone,
      now: viewer.now,
      companies: chosen.names === "named" ? null : companies,
    },
  );
  // What it is made of, and not how far goals have come meanwhile.
  const { name, called, days, names } = chosen;
  const made = [
    id,
    name,
    called,
    days,
    names,
    chosen.goals,
    goals.map((goal) => goal.id),
    chosen.wins,
    copies,
  ];
  const seen = Buffer.from(hashOf(JSON.stringify(made))).toString("base64url");
  return { id, chosen, copies, goalIds: goals.map((goal) => goal.id), sees, seen };
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
    goals: goals.map(({ id, title, asks }) => ({ id, title, asks })),
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
