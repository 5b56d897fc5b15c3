import "server-only";
import { type Day, dayOf, sayDay } from "@/lib/dates";
import { derivedId } from "@/lib/derived-id";
import { inOneLine } from "@/lib/excerpt";
import { isFollowUpDue, latestStep, mayTake, type State, stateOf, states } from "@/lib/feedback/rules";
import { artefactWords, fromWords, steps } from "@/lib/feedback/schema";
import type { Prisma } from "@/lib/generated/client";
import { isId } from "@/lib/ids";
import { UNREADABLE } from "@/lib/private-words";
import { findSetback, listSetbacks } from "@/lib/setbacks/queries";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const line = {
  id: true,
  artefact: true,
  askedOf: true,
  name: true,
  askedOn: true,
  followUpOn: true,
  followedUpOn: true,
  answeredOn: true,
  silentOn: true,
} as const satisfies Prisma.FeedbackRequestSelect;

type Row = Prisma.FeedbackRequestGetPayload<{ select: typeof line }>;

const orNull = (column: Date | null): Day | null => column && dayOf(column);

function described(viewer: Viewer, { askedOn, followUpOn, followedUpOn, answeredOn, silentOn, ...row }: Row) {
  const taken = {
    askedOn: orNull(askedOn),
    followUpOn: orNull(followUpOn),
    followedUpOn: orNull(followedUpOn),
    answeredOn: orNull(answeredOn),
    silentOn: orNull(silentOn),
  };
  return {
    id: row.id,
    artefact: row.artefact,
    askedOf: row.askedOf,
    name: viewer.words.open("feedback_requests.name", row.id, row.name),
    title: artefactWords[row.artefact].title,
    one: fromWords[row.askedOf].one,
    ...taken,
    state: stateOf(taken),
    due: isFollowUpDue(taken, viewer.today),
    can: steps.filter((step) => mayTake(taken, step)),
    canTakeBack: latestStep(taken),
  };
}

export type RequestLine = ReturnType<typeof described>;

/** The viewer's requests by what has become of them, the newest first. */
export async function listRequests(viewer: Viewer): Promise<{ state: State; requests: RequestLine[] }[]> {
  const rows = await viewer.db.feedbackRequest.findMany({
    where: { userId: viewer.id, deletedAt: null },
    select: line,
    orderBy: { id: "desc" },
  });
  const requests = rows.map((row) => described(viewer, row));
  return states
    .map((state) => ({ state, requests: requests.filter((request) => request.state === state) }))
    .filter((group) => group.requests.length > 0);
}

export type RequestView = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

/** One of the viewer's requests with its letter, and what came of it. */
export async function findRequest(viewer: Viewer, requestId: string) {
  if (!isId(requestId)) return null;
  const row = await viewer.db.feedbackRequest.findFirst({
    where: { userId: viewer.id, id: requestId, deletedAt: null },
    select: { ...line, setbackId: true, subject: true, letter: true, answer: true, lesson: true },
  });
  if (!row) return null;
  const { setbackId, subject, letter, answer, lesson, ...rest } = row;
  const said = (day: Date | null) => day && sayDay(dayOf(day), viewer.today);
  const opened = {
    subject: viewer.words.open("feedback_requests.subject", row.id, subject),
    letter: viewer.words.open("feedback_requests.letter", row.id, letter),
    answer: viewer.words.open("feedback_requests.answer", row.id, answer),
  };
  const request = described(viewer, rest);
  return {
    ...request,
    setbackId,
    ...opened,
    /** What the letter itself says to fill it in with. */
    known: { name: readable(request.name) },
    /** Whether there is a letter to send. What stands for words that do not open is none. */
    canGoOut: opened.subject !== UNREADABLE && opened.letter !== UNREADABLE,
    lesson: viewer.words.open("feedback_requests.lesson", row.id, lesson),
    said: {
      asked: said(row.askedOn),
      followUp: said(row.followUpOn),
      followedUp: said(row.followedUpOn),
      answered: said(row.answeredOn),
      silent: said(row.silentOn),
    },
    /** Under which id their words lie in the evidence jar, if they do, whatever they say and whoever said them. */
    jarEntryId: answer && opened.answer !== UNREADABLE ? derivedId(row.id, "jar") : null,
  };
}

export type AskedAbout = NonNullable<Awaited<ReturnType<typeof findSetbackToAskAbout>>>;

/** One of the viewer's setbacks, with what a letter about it can be filled in with. */
export async function findSetbackToAskAbout(viewer: Viewer, setbackId: unknown) {
  const setback = isId(setbackId) ? await findSetback(viewer, setbackId) : null;
  if (!setback) return null;
  const { id, kind, title, role, company } = setback;
  return { id, kind, title, known: { role: readable(role), company: readable(company) } };
}

const readable = (text: string | null) => (text === UNREADABLE ? null : text);

/** The setbacks that the viewer may tie a letter to, the newest first; the one that it is tied to is among them. */
export async function listSetbacksToTie(viewer: Viewer, tiedTo: AskedAbout | null) {
  const { setbacks } = await listSetbacks(viewer);
  const choices = setbacks.map(({ id, title, day, excerpt }) => {
    const beginning = excerpt === UNREADABLE ? "" : `: ${inOneLine(excerpt, 60)}`;
    return { value: id, label: `${title}, ${sayDay(day, viewer.today)}${beginning}` };
  });
  if (!tiedTo || choices.some(({ value }) => value === tiedTo.id)) return choices;
  return [...choices, { value: tiedTo.id, label: tiedTo.title }];
}

/** A request that the viewer deleted and can still bring back, to be offered an undo. */
export async function findDeletedRequest(viewer: Viewer, requestId: unknown) {
  if (!isId(requestId)) return null;
  return viewer.db.feedbackRequest.findFirst({
    where: { userId: viewer.id, id: requestId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}

/** What was answered when the viewer asked about a setback, and what they take from it. One statement. */
export async function listAnswersAbout(viewer: Viewer, setbackId: string) {
  if (!isId(setbackId)) return [];
  const rows = await viewer.db.feedbackRequest.findMany({
    where: { userId: viewer.id, setbackId, deletedAt: null, answeredOn: { not: null } },
    select: { id: true, answer: true, lesson: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, answer, lesson }) => ({
    id,
    answer: viewer.words.open("feedback_requests.answer", id, answer),
    lesson: viewer.words.open("feedback_requests.lesson", id, lesson),
  }));
}
