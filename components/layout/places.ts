import type { Route } from "next";
import type { IconName } from "@/components/ui/icon";

export type Place = {
  href: Route;
  label: string;
  icon: IconName;
  /** Other places that live under it: whoever is there is here. */
  also?: Route[];
};

/** What grows out of setbacks. */
export const grownFromSetbacks = [
  { href: "/plans", label: "If-then plans", icon: "notebook-pen" },
  { href: "/feedback", label: "Feedback", icon: "mail" },
  { href: "/experiments", label: "Experiments", icon: "lightbulb" },
  { href: "/learning", label: "Learning", icon: "sprout" },
  { href: "/practice", label: "Questions to practise", icon: "message-circle" },
  { href: "/patterns", label: "Patterns", icon: "eye" },
  { href: "/jar", label: "Evidence jar", icon: "heart" },
] as const satisfies Place[];

/** What goals become: a week, and what is in the way. */
export const besideGoals = [
  { href: "/week", label: "Your week", icon: "clock" },
  { href: "/wishes", label: "Picture it, honestly", icon: "lightbulb" },
] as const satisfies Place[];

/** Where a member can go, in the order in which everything names it. */
export const places = [
  { href: "/today", label: "Today", icon: "sun" },
  {
    href: "/setbacks",
    label: "Setbacks",
    icon: "notebook-pen",
    also: grownFromSetbacks.map(({ href }) => href),
  },
  { href: "/circles", label: "Circles", icon: "users" },
  { href: "/goals", label: "Goals", icon: "sprout", also: besideGoals.map(({ href }) => href) },
] as const satisfies Place[];

const wins = { href: "/wins", label: "Wins", icon: "sparkles" } as const satisfies Place;

const supporters = {
  href: "/supporters",
  label: "Supporters",
  icon: "eye",
} as const satisfies Place[][number];

const theRest = [
  { href: "/settings", label: "Settings", icon: "settings" },
  { href: "/help-now", label: "Need help now?", icon: "life-buoy" },
  { href: "/privacy", label: "Privacy", icon: "shield" },
] as const satisfies Place[];

/** What the phone's bar has no room for. */
export const morePlaces = [
  ...besideGoals,
  wins,
  ...grownFromSetbacks,
  supporters,
  ...theRest,
] as const satisfies Place[];

/** What lives nowhere else on the phone. */
export const onlyInMore: Route[] = [wins, supporters, ...theRest].map(({ href }) => href);
