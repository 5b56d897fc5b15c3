/*
 * Today opens as it does for everybody until its member arranges it: sections in another order, sections put away,
 * and pictures beside it. Nothing is lost by it: what was put away can be taken out again, and one press arranges
 * everything as it was. A section that comes into being later stands where it does for everybody.
 *
 * What tells of setbacks, feelings and stages among them, stays folded on Today until it is unfolded.
 */

import type { EveryOf } from "@/lib/every-of";
import type { TodaySection } from "@/lib/generated/enums";
import { type Picture, pictures } from "@/lib/numbers/pictures";
import { WEEKS_A_YEAR, WEEKS_OF_EFFORT } from "@/lib/numbers/rules";
import { WEEKS } from "@/lib/today/rules";

export const sections = [
  "step",
  "planned",
  "week",
  "circles",
  "days",
  "pictures",
  "setbacks",
] as const satisfies readonly TodaySection[];
export type Section = EveryOf<typeof sections, TodaySection>;

/** What a section is called where Today is arranged. */
export const sectionNames: Record<Section, string> = {
  step: "One small step",
  planned: "Planned for today",
  week: "This week",
  circles: "In your circles",
  days: "Days you showed up",
  pictures: "Your pictures",
  setbacks: "Setbacks, folded away",
};

export type Layout = { sections: Section[]; hidden: Section[]; pictures: Picture[] };

export const asForEverybody: Layout = { sections: [...sections], hidden: [], pictures: [] };

/** As Postgres has it: what was never chosen may be empty there. */
type Kept = { [list in keyof Layout]: Layout[list] | null };

/** An arrangement as it was kept, whole: every section once, and pictures in the order in which they are named. */
export function wholeLayout(kept: Kept | null): Layout {
  if (!kept) return asForEverybody;
  const known = [...new Set(kept.sections ?? [])].filter((section) => sections.includes(section));
  const order = [...known];
  // What is new stands behind what it stands behind for everybody.
  for (const [at, section] of sections.entries()) {
    if (order.includes(section)) continue;
    const before = sections.slice(0, at).findLast((other) => order.includes(other));
    order.splice(before ? order.indexOf(before) + 1 : 0, 0, section);
  }
  return {
    sections: order,
    hidden: sections.filter((section) => kept.hidden?.includes(section)),
    pictures: pictures.filter((picture) => kept.pictures?.includes(picture)),
  };
}

/**
 * A section brought to a place, the first one being 0. It says where to, and not how far, so that pressing twice is
 * the same as pressing once.
 */
export function moved(layout: Layout, section: Section, place: number): Layout {
  const others = layout.sections.filter((other) => other !== section);
  others.splice(Math.max(0, Math.min(place, others.length)), 0, section);
  return { ...layout, sections: others };
}

const turn = <T>(list: readonly T[], one: T, on: boolean): T[] => [
  ...list.filter((other) => other !== one),
  ...(on ? [one] : []),
];

export const shown = (layout: Layout, section: Section, on: boolean): Layout =>
  wholeLayout({ ...layout, hidden: turn(layout.hidden, section, !on) });

export const pictured = (layout: Layout, picture: Picture, on: boolean): Layout =>
  wholeLayout({ ...layout, pictures: turn(layout.pictures, picture, on) });

/**
 * The sections that are to be seen, those together that stand beside each other where there is room: circles and days.
 */
export function rowsOf(layout: Layout): Section[][] {
  const seen = layout.sections.filter((section) => !layout.hidden.includes(section));
  const beside = (one: Section, other: Section | undefined) => [one, other].sort().join() === "circles,days";
  const rows: Section[][] = [];
  for (const section of seen) {
    const last = rows.at(-1);
    if (last?.length === 1 && beside(section, last[0])) last.push(section);
    else rows.push([section]);
  }
  return rows;
}

/** The pictures that are read and drawn on Today. */
export const picturesSeen = (layout: Layout): Picture[] =>
  layout.hidden.includes("pictures") ? [] : layout.pictures;

/** So many weeks of days have to be read for what is drawn of days; the calendar is always there. */
export function weeksFor(seen: readonly Picture[]): number {
  if (seen.includes("year")) return WEEKS_A_YEAR;
  return seen.includes("effort") ? WEEKS_OF_EFFORT : WEEKS;
}
