import type { Rhythm } from "@/lib/goals/rules";
import type { GoalCategory } from "@/lib/goals/schema";

/** A goal to start from, so that nobody begins with an empty page. */
export type Preset = Rhythm & { title: string; category: GoalCategory; link: string };

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
  kind: {
    link: "Something kind for yourself, once a day",
    title: "Something kind for myself",
    category: "routine",
    rhythm: "day",
    times: 1,
  },
  page: {
    link: "Ten minutes of writing, every 2 days",
    title: "Ten minutes of writing",
    category: "routine",
    rhythm: "every_days",
    everyDays: 2,
    unit: "minutes",
    times: 10,
    usual: 10,
  },
  aloud: {
    link: "Fifteen minutes of questions, every 2 days",
    title: "Answer questions aloud",
    category: "skills",
    rhythm: "every_days",
    everyDays: 2,
    unit: "minutes",
    times: 15,
    usual: 15,
  },
  readUp: {
    link: "Read about the field, ten pages a day",
    title: "Read about the field",
    category: "skills",
    rhythm: "day",
    unit: "pages",
    times: 10,
    usual: 10,
  },
  goOn: {
    link: "Keep one other application going, once a week",
    title: "One other application",
    category: "applications",
    rhythm: "week",
    unit: "applications",
    times: 1,
  },
  fewer: {
    link: "Two good applications a week, and no more",
    title: "Good applications",
    category: "applications",
    rhythm: "week",
    unit: "applications",
    times: 2,
  },
  people: {
    link: "Talk to ten people about their work",
    title: "Conversations about work",
    category: "people",
    rhythm: "finish_line",
    unit: "people",
    times: 10,
  },
  evenings: {
    link: "25 minutes on Tuesdays and Thursdays",
    title: "Look for work",
    category: "applications",
    rhythm: "weekdays",
    weekdays: [2, 4],
    unit: "minutes",
    times: 25,
    usual: 25,
  },
  saturday: {
    link: "One application on Saturdays",
    title: "One application",
    category: "applications",
    rhythm: "weekdays",
    weekdays: [6],
    unit: "applications",
    times: 1,
  },
} satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

/** For whoever has no idea yet. */
export const first: PresetName[] = [
  "application",
  "contact",
  "feedback",
  "skill",
  "walk",
  "hobby",
  "company",
  "rest",
];

/** What tends to fit where somebody is just now. In each there is something that does one good. */
export const situations: { name: string; presets: PresetName[] }[] = [
  { name: "They just said no", presets: ["kind", "walk", "company", "page"] },
  { name: "Between interviews", presets: ["aloud", "readUp", "goOn", "rest"] },
  { name: "It has been long", presets: ["fewer", "people", "hobby", "walk"] },
  { name: "Working while I look", presets: ["evenings", "saturday", "contact", "rest"] },
];

/** The preset of this name, when there is one. Names come from the address bar. */
export const findPreset = (name: unknown): Preset | null =>
  typeof name === "string" && Object.hasOwn(presets, name) ? presets[name as PresetName] : null;
