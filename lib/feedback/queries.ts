import "server-only";
import { type Day, dayOf, sayDay } from "@/lib/dates";
import { derivedId } from "@/lib/derived-id";
import { isFollowUpDue, latestStep, mayTake, type State, stateOf, states } from "@/lib/feedback/rules";
import { artefactWords, fromWords, steps } from "@/lib/feedback/schema";
import { findTemplate } from "@/lib/feedback/templates";
import type { Prisma } from "@/lib/generated/client";
import { isId } from "@/lib/ids";
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
  return {
    ...described(viewer, rest),
    setbackId,
    subject: viewer.words.open("feedback_requests.subject", row.id, subject),
    letter: viewer.words.open("feedback_requests.letter", row.id, letter),
    answer: viewer.words.open("feedback_requests.answer", row.id, answer),
    lesson: viewer.words.open("feedback_requests.lesson", row.id, lesson),
    said: {
      asked: said(row.askedOn),
      followUp: said(row.followUpOn),
      followedUp: said(row.followedUpOn),
      answered: said(row.answeredOn),
      silent: said(row.silentOn),
    },
    /** Under which id their words lie in the evidence jar, if they do, whatever they say and whoever said them. */
    jarEntryId: answer && derivedId(row.id, "jar"),
  };
}

/** A request that the viewer deleted and can still bring back, to be offered an undo. */
export async function findDeletedRequest(viewer: Viewer, requestId: unknown) {
  if (!isId(requestId)) return null;
  return viewer.db.feedbackRequest.findFirst({
    where: { userId: viewer.id, id: requestId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}

const template = { id: true, artefact: true, askedOf: true, subject: true, letter: true } as const;

export type OwnTemplate = Awaited<ReturnType<typeof listTemplates>>[number];

/** The letters that the viewer kept for the next time, the newest first. */
export async function listTemplates(viewer: Viewer) {
  const rows = await viewer.db.feedbackTemplate.findMany({
    where: { userId: viewer.id, deletedAt: null },
    select: template,
    orderBy: { id: "desc" },
  });
  return rows.map((row) => ({
    ...row,
    subject: viewer.words.open("feedback_templates.subject", row.id, row.subject),
    letter: viewer.words.open("feedback_templates.letter", row.id, row.letter),
  }));
}

/** A letter to begin with: one of Onward's by its name, or one of the viewer's own by its id. */
export async function findTemplateToUse(viewer: Viewer, name: string) {
  if (!isId(name)) return findTemplate(name);
  return (await listTemplates(viewer)).find(({ id }) => id === name) ?? null;
}

/** A letter that the viewer kept, deleted, and can still bring back. */
export async function findDeletedTemplate(viewer: Viewer, templateId: unknown) {
  if (!isId(templateId)) return null;
  return viewer.db.feedbackTemplate.findFirst({
    where: { userId: viewer.id, id: templateId, deletedAt: { gte: undoneUntil(viewer.now) } },
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
