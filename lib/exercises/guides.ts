import type { EveryOf } from "@/lib/every-of";
import type { ExerciseKind as Known } from "@/lib/generated/enums";

export const exerciseKinds = [
  "kind_letter",
  "common_ground",
  "what_matters",
] as const satisfies readonly Known[];
export type ExerciseKind = EveryOf<typeof exerciseKinds, Known>;

/** What people say they hold dear. Anything else goes in one's own words. */
export const heldDear = [
  "Being there for others",
  "Family and friends",
  "Doing work well",
  "Learning",
  "Making things",
  "Fairness",
  "Honesty",
  "Freedom to choose",
  "Health and rest",
  "Nature",
  "Faith",
  "Humour",
] as const;

/** A question, by the name of its field. What has choices is ticked; `line` has room for a line, the rest for more. */
export type Question = {
  name: QuestionName;
  ask: string;
  hint?: string;
  look?: "line" | "choices";
};

export type QuestionName =
  | "friend"
  | "letter"
  | "wish"
  | "hard"
  | "others"
  | "toMyself"
  | "dear"
  | "ownWords"
  | "lived";

export type Guide = { title: string; intro: string; questions: readonly Question[] };

/**
 * Three short guided forms. Each question can be left out, and none asks for reasons or lessons, so that they can
 * be opened on any day.
 */
export const guides: Record<ExerciseKind, Guide> = {
  kind_letter: {
    title: "A kind letter",
    intro: "Write to yourself as you would to a friend to whom this happened.",
    questions: [
      {
        name: "friend",
        ask: "If this had happened to a friend, what would you see in them right now?",
        hint: "A few words are enough.",
      },
      {
        name: "letter",
        ask: "What would you write to them? Send it to yourself.",
        hint: "Begin with your own name, if you like.",
      },
      { name: "wish", ask: "One kind thing that you wish them for today", look: "line" },
    ],
  },
  common_ground: {
    title: "Others know this too",
    intro:
      "Nearly everybody who looks for work is turned down, and it hurts most of them. That does not make yours any smaller.",
    questions: [
      { name: "hard", ask: "What is hard right now?" },
      {
        name: "others",
        ask: "Who else may know this feeling?",
        hint: "Somebody you know, or people you will never meet.",
      },
      {
        name: "toMyself",
        ask: "What can you say to yourself?",
        hint: "Such as: this is hard, and I can be gentle with myself.",
      },
    ],
  },
  what_matters: {
    title: "What matters to you",
    intro: "A no from one place takes away nothing of what you hold dear.",
    questions: [
      { name: "dear", ask: "What do you hold dear?", hint: "As many as you like.", look: "choices" },
      { name: "ownWords", ask: "Or in your own words", look: "line" },
      {
        name: "lived",
        ask: "Where did you live one of these lately?",
        hint: "One place is enough, however small: a talk, a walk, a meal.",
      },
    ],
  },
};
