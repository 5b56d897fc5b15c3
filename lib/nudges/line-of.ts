import type { Route } from "next";
import { isNudgeKind, type NudgeKind, nudgeKinds } from "@/lib/nudges/kinds";

/** A nudge as its row says it. */
export type NudgeRow = { kind: string; aboutId: string; circleId: string | null; circle: string | null };

/** Something that waits for the viewer, in a sentence, and where. */
export type NudgeLine = {
  kind: NudgeKind;
  aboutId: string;
  says: string;
  to: Route;
  /** Which circle it is about; null for what belongs to none. */
  circle: string | null;
};

/** A nudge of a kind that this version knows, about a circle in which the viewer sits; nothing of any other. */
export function lineOf({ kind, aboutId, circleId, circle }: NudgeRow): NudgeLine[] {
  if (!isNudgeKind(kind) || (circleId && circle === null)) return [];
  const { says, to } = nudgeKinds[kind];
  return [{ kind, aboutId, says, to: to({ circleId: circleId ?? "", aboutId }), circle }];
}
