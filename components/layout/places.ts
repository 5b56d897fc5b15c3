import type { Route } from "next";
import type { IconName } from "@/components/ui/icon";

export type Place = { href: Route; label: string; icon: IconName };

/** Where a member can go, in the order in which everything names it. */
export const places = [
  { href: "/today", label: "Today", icon: "sun" },
  { href: "/setbacks", label: "Setbacks", icon: "notebook-pen" },
  { href: "/circles", label: "Circles", icon: "users" },
  { href: "/goals", label: "Goals", icon: "sprout" },
] as const satisfies Place[];

/** What grows out of setbacks. */
export const grownFromSetbacks = [
  { href: "/plans", label: "If-then plans", icon: "notebook-pen" },
  { href: "/feedback", label: "Feedback", icon: "mail" },
  { href: "/experiments", label: "Experiments", icon: "lightbulb" },
  { href: "/learning", label: "Learning", icon: "sprout" },
  { href: "/practice", label: "To practise", icon: "message-circle" },
  { href: "/patterns", label: "Patterns", icon: "eye" },
  { href: "/jar", label: "Evidence jar", icon: "heart" },
] as const satisfies Place[];

/** What the phone's bar has no room for. */
export const morePlaces = [
  { href: "/wins", label: "Wins", icon: "sparkles" },
  ...grownFromSetbacks,
  { href: "/settings", label: "Settings", icon: "settings" },
  { href: "/help-now", label: "Need help now?", icon: "life-buoy" },
  { href: "/privacy", label: "Privacy", icon: "shield" },
] as const satisfies Place[];
