import "server-only";
import type { Route } from "next";
import { type Column, sealedColumns, UNREADABLE } from "@/lib/private-words";
import type { Viewer } from "@/lib/viewer";

/** Words of a member's own that lie as they are: a circle may read them. */
type PlainColumn = "wins.body" | "goals.title";

export type Searched = Column | PlainColumn;

/*
 * Where a member's own words lie, for who looks through them: each sealed column, and what lies open, as it is said of
 * what was found there. What is null is not looked through.
 */
export const whereFound: Record<Searched, string | null> = {
  "setbacks.happened": "what happened",
  "setbacks.company": "the company",
  "setbacks.role": "the role",
  "setbacks.industry": "the industry",
  "setbacks.stage": "how far it had come",
  "setbacks.source": "where the job came from",
  "setbacks.page": "your own page",
  "setbacks.farewell": "what you said on letting it go",
  "reframes.thought": "a thought you looked at again",
  "reframes.evidence_for": "a thought you looked at again",
  "reframes.evidence_against": "a thought you looked at again",
  "reframes.fairer": "a thought you looked at again",
  "reasons.words": "a reason",
  "debriefs.went_well": "looking back",
  "debriefs.differently": "looking back",
  "writing_sessions.words": "guided writing",
  "exercises.answers": "an exercise",
  "practice_questions.question": "a question to practise",
  "feedback_requests.name": "whom you asked",
  "feedback_requests.subject": "a letter",
  "feedback_requests.letter": "a letter",
  "feedback_requests.answer": "an answer",
  "feedback_requests.lesson": "what you take from an answer",
  "jar_entries.words": "your evidence jar",
  "jar_entries.origin": "your evidence jar",
  "experiments.change": "an experiment",
  "experiments.lesson": "what you take from an experiment",
  "if_then_plans.stage": "an if-then plan",
  "if_then_plans.feeling": "an if-then plan",
  "if_then_plans.step": "an if-then plan",
  "learning_plans.skill": "a learning plan",
  "learning_plans.steps": "a learning plan",
  "wins.body": "a win",
  "goals.title": "a goal",
  "goals.helped": "what helped with a goal",
  // Chosen more than written.
  "feelings.word": null,
  "reframe_feelings.word": null,
  "reframes.trap": null,
  // These come back by themselves: in their form, and where the next letter is begun.
  "drafts.values": null,
  "feedback_templates.subject": null,
  "feedback_templates.letter": null,
  // Copies of what is found where it was written, and what others wrote.
  "supporter_links.name": null,
  "supporter_links.called": null,
  "supporter_setbacks.shown": null,
  "supporter_notes.words": null,
};

/** What is found with its setback. */
export const tied = [
  "reframes",
  "reasons",
  "debriefs",
  "writing_sessions",
  "exercises",
  "practice_questions",
  "feedback_requests",
] as const;

const to = <T extends string>(page: Route<T>): Route => page as Route;

/** What has no setback, or none any more, and the page where it is read. */
export const elsewhere = {
  jar_entries: (id: string) => to(`/jar#${id}`),
  feedback_requests: (id: string) => to(`/feedback/${id}`),
  experiments: (id: string) => to(`/experiments/${id}`),
  if_then_plans: (id: string) => to(`/plans/${id}`),
  learning_plans: (id: string) => to(`/learning/${id}`),
  practice_questions: () => to("/practice"),
  wins: (id: string) => to(`/wins/${id}`),
  goals: (id: string) => to(`/goals/${id}`),
};

export type Table = "setbacks" | (typeof tied)[number] | keyof typeof elsewhere;

/** Rows of these are deleted for good, or with their setback. */
export const withoutUndo: readonly Table[] = ["debriefs", "writing_sessions", "exercises"];
/** A letter or a question may be about a setback, and need not. */
export const maybeTied: readonly Table[] = ["feedback_requests", "practice_questions"];

const everyColumn = Object.keys(whereFound) as Searched[];

export const isSealedHere = (column: Searched): column is Column => column in sealedColumns;

/** The columns of a table that are looked through. */
export const columnsOf = (table: Table): Searched[] =>
  everyColumn.filter((column) => column.startsWith(`${table}.`) && whereFound[column] !== null);

/** A column's name within its table. */
export const fieldOf = (column: Searched): string => column.slice(column.indexOf(".") + 1);

/** What stands between answers and between steps, which lie together, as JSON. */
const BETWEEN = "\u2028";

/** What somebody wrote, of what is kept in a column: answers and steps lie together, as JSON. */
function wordsOf(column: Searched, opened: string): string {
  if (opened === UNREADABLE) return "";
  if (column === "exercises.answers" && opened.startsWith("{"))
    return Object.values(JSON.parse(opened) as Record<string, string[]>)
      .flat()
      .join(BETWEEN);
  if (column === "learning_plans.steps" && opened.startsWith("["))
    return (JSON.parse(opened) as string[]).filter(Boolean).join(BETWEEN);
  return opened;
}

/** The words of a text, as it lies in a column. */
export const openWords = ({ words }: Viewer, column: Searched, id: string, text: string): string =>
  isSealedHere(column) ? wordsOf(column, words.open(column, id, text)) : text;

/** Opened words as they are shown in a line. */
export const inALine = (words: string): string => words.replaceAll(BETWEEN, " · ");
