import type { MeetingAgenda, MeetingStep } from "@/lib/generated/enums";

/*
 * An agenda follows from how long a meeting is and how many are there, and from nothing else. Each week: everybody
 * says how they are, one exercise together, the hot seat for what somebody would like to think about aloud, what
 * each will do, and a close. A circle's first meeting tells stories first, then reads its agreements aloud and
 * adopts them, then finds out when to meet.
 *
 * Steps are whole minutes and add up to the length. What goes round has time for each, as far as the length allows;
 * the hot seat, or the stories, have the rest. In writing there are the same steps, without minutes.
 */

/** How long a live meeting can be, in minutes. */
export const lengths = [30, 60, 90] as const;
export type Length = (typeof lengths)[number];

export type AgendaStep = {
  key: MeetingStep;
  title: string;
  /** Null in writing. */
  minutes: number | null;
  /** Whether everybody has a turn in it. */
  isRound: boolean;
};

const rounds: MeetingStep[] = ["check_in", "hot_seat", "commitments", "stories"];

export const stepTitles: Record<MeetingStep, string> = {
  check_in: "Check-in",
  exercise: "One exercise",
  hot_seat: "Hot seat",
  commitments: "Commitments",
  close: "Close",
  stories: "Our stories",
  agreements: "What we agree on",
  when_to_meet: "When we meet",
};

export const stepsOf: Record<MeetingAgenda, MeetingStep[]> = {
  weekly: ["check_in", "exercise", "hot_seat", "commitments", "close"],
  first: ["stories", "agreements", "when_to_meet", "close"],
};

/** What each step has that does not take the rest: so many minutes, or so many for each person. */
const shares: Record<
  Length,
  { each: Partial<Record<MeetingStep, number>>; all: Partial<Record<MeetingStep, number>> }
> = {
  30: {
    each: { check_in: 1, commitments: 1 },
    all: { exercise: 5, close: 2, agreements: 6, when_to_meet: 4 },
  },
  60: {
    each: { check_in: 2, commitments: 1 },
    all: { exercise: 10, close: 4, agreements: 10, when_to_meet: 8 },
  },
  90: {
    each: { check_in: 3, commitments: 2 },
    all: { exercise: 15, close: 5, agreements: 15, when_to_meet: 10 },
  },
};

const isLength = (minutes: number): minutes is Length => (lengths as readonly number[]).includes(minutes);

/**
 * The steps of a meeting, in order.
 *
 * @param minutes how long it is meant to be: 30, 60 or 90; null in writing.
 * @param people how many are there, 1 to 8.
 */
export function agendaOf(agenda: MeetingAgenda, minutes: number | null, people: number): AgendaStep[] {
  const keys = stepsOf[agenda];
  const steps = keys.map((key) => ({ key, title: stepTitles[key], isRound: rounds.includes(key) }));
  if (minutes === null || !isLength(minutes)) return steps.map((step) => ({ ...step, minutes: null }));
  const { each, all } = shares[minutes];
  const fixed = keys.map((key) => all[key] ?? (each[key] ?? 0) * people);
  const rest = minutes - fixed.reduce((sum, one) => sum + one, 0);
  return steps.map((step, at) => ({ ...step, minutes: fixed[at] || rest }));
}

/** How long each may speak in a round, in minutes, rounded down; at least one. */
export const minutesEach = (step: AgendaStep, people: number): number =>
  Math.max(1, Math.floor((step.minutes ?? 0) / Math.max(1, people)));

/** For how many the hot seat has time, at five minutes or more for each. */
export const hotSeats = (step: AgendaStep, people: number): number =>
  Math.min(people, Math.max(1, Math.floor((step.minutes ?? 0) / 5)));

/** Whether a step is one of an agenda's. */
export const hasStep = (agenda: MeetingAgenda, step: MeetingStep): boolean => stepsOf[agenda].includes(step);
