import { MOST_SESSIONS } from "@/lib/writing/rules";

/**
 * What to begin from, one for each session. They ask for what it was like. None asks for reasons or lessons: the
 * first of them can be opened in the hour in which it happened.
 */
const prompts = [
  "What happened, and what it was like for you. Write what you felt and thought, as far down as you want to go, in whatever order it comes.",
  "What this touches: money, plans, people at home, how you see yourself. Begin where it presses most.",
  "What you have told nobody yet. It may be small, or unfair, or long ago.",
  "How it sits among the rest of your life: work that meant something to you, other changes that you came through, people who were there.",
  "How it is for you now. What is still heavy, what has moved, and what you would like to take along from here.",
] as const;

/** What the session with this number, from 1 on, begins from. */
export const promptOf = (number: number): string =>
  prompts[Math.min(number, MOST_SESSIONS) - 1] ?? prompts[0];
