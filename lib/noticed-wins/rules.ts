/*
 * Some wins are seen in what a member logged, so they need not write them down: an interview, a final round, ten
 * applications or times of work on them, coming back after a quiet while, an answer by which somebody in a circle was
 * answered, a plan that was done. (Asking for feedback is one, too: it is among the wins as soon as it is logged,
 * lib/feedback.) Each is noticed once, by its kind and its occasion, and answered once: kept, it is a win like any
 * other; left out, or deleted later, it is not noticed again, whatever is logged, undone and logged again.
 *
 * They are noticed quietly: one at a time, no second one on a day on which one was answered, and none on a day on
 * which a setback was written down. What came with a setback, such as the interview before the no, is so noticed the
 * day after at the earliest. What is long ago is left in peace.
 *
 * An interview or a final round is told from a setback's kind. Where that says nothing, words of the member's own tell
 * it only if they name the round and nothing else: "before the interview" was none. Coming back is after two weeks in
 * which nothing was done and not everything rested.
 *
 * What becomes of it may be read by a circle one day, so its words name nobody, no company and no plan.
 */

import { addDays, type Day, weekdayOf } from "@/lib/dates";
import type { EveryOf } from "@/lib/every-of";
import type { NoticedWinKind, SetbackKind } from "@/lib/generated/enums";
import { byDay, type Counted } from "@/lib/numbers/rules";
import { wasAway } from "@/lib/today/rules";

export const noticedKinds = [
  "first_interview",
  "final_round",
  "ten_applications",
  "came_back",
  "helped",
  "plan_done",
] as const satisfies readonly NoticedWinKind[];
export type NoticedKind = EveryOf<typeof noticedKinds, Exclude<NoticedWinKind, "asked_feedback">>;

/** How it is said to its member, and what the win says when it is kept. */
export const noticedWords: Record<NoticedKind, { said: string; body: string }> = {
  first_interview: {
    said: "You were in an interview. They wanted to hear more of you, and you went.",
    body: "Was in an interview.",
  },
  final_round: {
    said: "You came as far as a final round. That was your work, whatever they made of it.",
    body: "Came as far as a final round.",
  },
  ten_applications: {
    said: "Ten times now you did something for an application.",
    body: "Worked on applications ten times.",
  },
  came_back: {
    said: "You came back after a quiet while. Good to see you.",
    body: "Came back after a quiet while.",
  },
  helped: {
    said: "Somebody in a circle waited for words, and had yours first.",
    body: "Answered somebody who waited for words.",
  },
  plan_done: {
    said: "You had a plan for a hard moment, and you did it.",
    body: "Did what I had planned for a hard moment.",
  },
};

/** How many days back each is still noticed, today among them. */
export const DAYS_BACK: Record<NoticedKind, number> = {
  first_interview: 28,
  final_round: 28,
  ten_applications: 28,
  came_back: 7,
  helped: 14,
  plan_done: 14,
};

export const APPLICATIONS = 10;

const ROUND = "(?:(?:in|at|after) )?(?:(?:the|my|a|an|their) )?";
const NTH = "(?:(?:first|second|third|fourth|1st|2nd|3rd|4th|phone|video|panel|technical|on-?site)[ -])*";
const finalRound = new RegExp(
  `^${ROUND}(?:final|last)[ -](?:round|interview)s?(?: of interviews)?[.!]?$`,
  "i",
);
const interview = new RegExp(
  `^${ROUND}${NTH}(?:interviews?|round of interviews)(?: round| stage)?[.!]?$`,
  "i",
);

/** What a stage in a member's own words tells, where the setback is of no kind that does. */
export function kindOfStage(stage: string): "first_interview" | "final_round" | null {
  if (finalRound.test(stage.trim())) return "final_round";
  return interview.test(stage.trim()) ? "first_interview" : null;
}

/** What a page has read already, from which most of it is seen. */
export type Known = {
  today: Day;
  /** The day on which the member joined: nobody comes back to where they had not been. */
  joined: Day;
  /** What was done in the last twelve weeks at least, and the last day before them on which anything was. */
  counted: Counted[];
  earlier: { shown: Day | null };
  /** The goals that go on. */
  goals: Parameters<typeof wasAway>[2];
  /** The newest setbacks, the newest first, and how far each had come if its member said so. */
  newest: { id: string; day: Day; kind: SetbackKind | null; stage: string | null }[];
  /** Of which day the newest is, or the day on which one was written down last, if that is later. */
  lastSetback: Day | null;
};

/** Something that may be noticed; for a round, the setback that it was before. */
export type Candidate = { kind: NoticedKind; occasion: string; day: Day; setbackId?: string };

/** Since which day something is noticed. */
export const sinceWhen = (kind: NoticedKind, today: Day): Day => addDays(today, 1 - DAYS_BACK[kind]);

/** What is seen in what is known already. Whether it was answered before is not. */
export const candidatesIn = (known: Known): Candidate[] => [...roundsIn(known), ...returnIn(known)];

function roundsIn({ newest, today }: Known): Candidate[] {
  const far = newest.flatMap(({ id, day, kind, stage }) => {
    const isSilent = kind === null || kind === "silence";
    const seen = isSilent && stage !== null ? kindOfStage(stage) : kind && farKinds[kind];
    return seen ? [{ kind: seen, occasion: id, day, setbackId: id }] : [];
  });
  const first = far.at(-1);
  return far
    .filter(({ kind, day }) => day >= sinceWhen(kind, today))
    .flatMap((one) => {
      if (one.kind === "final_round") return [one];
      return one === first ? [{ ...one, occasion: "first" }] : [];
    });
}

const farKinds: Partial<Record<SetbackKind, NoticedKind>> = {
  after_interview: "first_interview",
  final_round: "final_round",
};

function returnIn({ counted, earlier, goals, joined, today }: Known): Candidate[] {
  const days = [...byDay(counted).keys()].filter((day) => day <= today).sort();
  return days.flatMap((day, at) => {
    const before = days[at - 1] ?? earlier.shown;
    if (day < sinceWhen("came_back", today) || before === null || before < joined) return [];
    // Told by where the quiet while began: a day that is noted later moves where it ended.
    return wasAway(before, day, goals) ? [{ kind: "came_back" as const, occasion: before, day }] : [];
  });
}

/** What has to be looked for: who spoke in no circle helped nobody there, and who applied ten times did so long ago. */
export function mayBe(kind: "ten_applications" | "helped", { counted, today }: Known): boolean {
  const since = sinceWhen(kind, today);
  if (kind === "helped") return counted.some(({ doing, day }) => doing === "word" && day >= since);
  const applications = counted.filter(({ doing }) => doing === "applications");
  const before = applications.filter(({ day }) => day < since).reduce((sum, { times }) => sum + times, 0);
  return before < APPLICATIONS && applications.some(({ day }) => day >= since);
}

/** At the end of a week its member may look back on it; on Monday still on the one before. */
export function weekToLookBackOn(today: Day): "this week" | "last week" | null {
  const weekday = weekdayOf(today);
  return weekday === 7 ? "this week" : weekday === 1 ? "last week" : null;
}
