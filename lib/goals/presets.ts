import type { Ask } from "@/lib/goals/rules";
import type { GoalCategory } from "@/lib/goals/schema";

/** A goal to start from, so that nobody begins with an empty page. */
export type Preset = Ask & { title: string; category: GoalCategory; link: string };

export const presets = {
  application: {
    link: "One application a day",
    title: "Applications",
    category: "applications",
    rhythm: "day",
    times: 1,
  },
  contact: {
    link: "One new contact a week",
    title: "New contacts",
    category: "people",
    rhythm: "week",
    times: 1,
  },
  feedback: {
    link: "Ask five people for feedback",
    title: "Ask for feedback",
    category: "people",
    rhythm: "finish_line",
    times: 5,
  },
  skill: {
    link: "Learn a little, twice a week",
    title: "Half an hour of learning",
    category: "skills",
    rhythm: "week",
    times: 2,
  },
  walk: {
    link: "A walk outside, four times a week",
    title: "A walk outside",
    category: "routine",
    rhythm: "week",
    times: 4,
  },
  hobby: {
    link: "A hobby, twice a week",
    title: "Something I enjoy",
    category: "routine",
    rhythm: "week",
    times: 2,
  },
  company: {
    link: "Time with people I like, once a week",
    title: "Time with people I like",
    category: "routine",
    rhythm: "week",
    times: 1,
  },
  rest: {
    link: "Real rest, twice a week",
    title: "An evening of real rest",
    category: "routine",
    rhythm: "week",
    times: 2,
  },
} satisfies Record<string, Preset>;

/** The preset of this name, when there is one. Names come from the address bar. */
export const findPreset = (name: unknown): Preset | null =>
  typeof name === "string" && Object.hasOwn(presets, name) ? presets[name as keyof typeof presets] : null;
