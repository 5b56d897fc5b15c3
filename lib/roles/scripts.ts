import type { TurnRole } from "@/lib/roles/rules";

/*
 * What somebody does who has a role for the first time, step by step, with words that they may say as they stand.
 */

export type Step = { when: string; does: string[]; says?: string };

export const scripts: Record<TurnRole, Step[]> = {
  facilitator: [
    {
      when: "Before",
      does: [
        "Look at the circle's page: who is there, who has been quiet, which post still waits for an answer.",
        "Decide with nobody but yourself what the one exercise or question could be. None is fine, too.",
        "Be there five minutes early, or open the meeting in writing on its day.",
      ],
    },
    {
      when: "At the beginning",
      does: [
        "Welcome everybody by name and say how long you have.",
        "Ask who keeps the time, if it is not clear.",
      ],
      says: "Good to see you. We have an hour, and nobody has to say more than they like. What is said here stays here.",
    },
    {
      when: "In the round",
      does: [
        "Let everybody say how their week was, one after the other. Begin with whoever likes to.",
        "Nobody answers yet. A pass is as good as a story.",
        "Ask what somebody needs before anybody gives ideas: just listening, ideas, or both.",
      ],
      says: "Thank you. Would you like us just to listen, or are ideas welcome?",
    },
    {
      when: "At the end",
      does: [
        "Ask everybody for one small thing until next week, or for none.",
        "Say who holds the circle next time.",
        "Close on time, also in the middle of something good.",
      ],
      says: "What is one thing you would like to have done when we meet again? It may be small. Thank you for being here.",
    },
  ],
  timekeeper: [
    {
      when: "Before",
      does: ["Have a clock in view, and ask the facilitator how long each part may take."],
    },
    {
      when: "At the beginning",
      does: ["Say that you keep the time, and how you will show that it is nearly over."],
      says: "I keep the time today. When one minute is left I raise my hand, so that nobody is cut off.",
    },
    {
      when: "In the round",
      does: [
        "Divide the time by the people who are there, and show when a minute is left.",
        "If somebody needs longer, ask the circle whether they may have it. They nearly always may.",
      ],
      says: "That is your time. Shall we take two minutes more together?",
    },
    {
      when: "At the end",
      does: ["Say when ten minutes are left, so that everybody still says their one small thing."],
      says: "Ten minutes left. Shall we come to what we take with us?",
    },
  ],
};
