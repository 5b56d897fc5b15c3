/*
 * What can be drawn of somebody's numbers. Each picture stands on "Your numbers", and on Today where its member puts it
 * there (lib/today/layout.ts). What tells of setbacks, feelings and stages among them, stays folded until it is
 * unfolded.
 */

import type { EveryOf } from "@/lib/every-of";
import type { TodayPicture } from "@/lib/generated/enums";

export const pictures = [
  "year",
  "strength",
  "effort",
  "commitments",
  "feelings",
  "stages",
] as const satisfies readonly TodayPicture[];
export type Picture = EveryOf<typeof pictures, TodayPicture>;

export const pictureNames: Record<Picture, string> = {
  year: "A year of days",
  strength: "How strong each goal is",
  effort: "Effort, week by week",
  commitments: "Commitments in your circles",
  feelings: "Feelings over time",
  stages: "How far applications came",
};

/** What nobody sees who did not ask for it: it tells of setbacks. */
export const isFolded = (picture: Picture): boolean => picture === "feelings" || picture === "stages";
