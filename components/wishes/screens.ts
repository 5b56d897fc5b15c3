import type { Part } from "@/lib/wishes/rules";

/** What each screen asks, and what stands beside it once it is said. */
export const screenWords: Record<Part, { asks: string; hint: string; said: string }> = {
  wish: {
    asks: "What do you wish for?",
    hint: "Something for the next weeks that matters to you, and that you can do something about.",
    said: "What you wish for",
  },
  outcome: {
    asks: "What is the best that could come of it?",
    hint: "How would it be, and how would you feel? Stay with it for a moment before you write.",
    said: "The best that could come of it",
  },
  obstacle: {
    asks: "What is it in you that could get in the way?",
    hint: "Not the market and not other people: a habit, a thought, an evening when you are tired. Everybody has something.",
    said: "What in you could get in the way",
  },
};
