import "server-only";
import { addDays, columnOf, type Day, dayOf, mondayOf, weekOf } from "@/lib/dates";
import { holdStill } from "@/lib/hold-still";
import { keepOnce } from "@/lib/keep-once";
import { MOST_A_WEEK, MOST_STEPS, type When } from "@/lib/planned-steps/rules";
import { requireRoom } from "@/lib/require-room";
import type { Viewer } from "@/lib/viewer";

export type NewStep = When & { id: string; words: string; place: string | null; goalId: string | null };

/** A step's words, sealed to its row. */
export const sealStep = ({ words: { seal } }: Viewer, step: Pick<NewStep, "id" | "words" | "place">) => ({
  words: seal("planned_steps.words", step.id, step.words),
  place: seal("planned_steps.place", step.id, step.place),
});

/** Keeps a step of the viewer's week, and answers with its id. Deleted meanwhile and sent again, it is there again. */
export async function keepPlannedStep(viewer: Viewer, step: NewStep): Promise<string> {
  await holdStill(viewer, "planned steps");
  const inPlace = (row: NewStep) => ({
    ...row,
    ...sealStep(viewer, row),
    day: columnOf(row.day),
    userId: viewer.id,
  });
  const { id } = await keepOnce(step, {
    add: (row) => viewer.db.plannedStep.createMany({ data: inPlace(row), skipDuplicates: true }),
    find: async (row) =>
      (await viewer.db.plannedStep.updateMany({ where: inPlace(row), data: { deletedAt: null } })).count,
  });
  await requireRoomForStep(viewer, step.day);
  return id;
}

/**
 * Brings a step back that its member deleted, into the week in which it stood. One that is there stays as it is.
 *
 * @param since when it was deleted at the earliest; whenever that was, if not told.
 * @returns its day; null where there is none to bring back.
 */
export async function bringStepBack(
  viewer: Viewer,
  id: string,
  how: How,
  since = new Date(0),
): Promise<Day | null> {
  await holdStill(viewer, "planned steps");
  const where = { userId: viewer.id, id };
  const { count } = await viewer.db.plannedStep.updateMany({
    where: { ...where, deletedAt: { gte: since } },
    data: { deletedAt: null },
  });
  const step = await viewer.db.plannedStep.findFirst({
    where: { ...where, deletedAt: null },
    select: { day: true },
  });
  const day = step && dayOf(step.day);
  if (day && count > 0) await requireRoomForStep(viewer, day, how);
  return day;
}

type How = "sent" | "brought back";

/** Asked after one more step was put into a week. */
export async function requireRoomForStep(viewer: Viewer, day: Day, how?: How): Promise<void> {
  await requireRoomInWeek(viewer, day, how);
  const kept = await viewer.db.plannedStep.count({ where: { userId: viewer.id, deletedAt: null } });
  requireRoom(kept, MOST_STEPS, "steps in your weeks", how);
}

/** Asked after a step came into a week from another one. */
export async function requireRoomInWeek(viewer: Viewer, day: Day, how?: How): Promise<void> {
  const kept = await viewer.db.plannedStep.count({ where: inWeek(viewer, day) });
  requireRoom(kept, MOST_A_WEEK, "steps in this week", how);
}

/** The viewer's steps of the week that a day lies in, or of one `by` weeks away. */
export const inWeek = (viewer: Viewer, day: Day, by = 0) => {
  const days = weekOf(addDays(mondayOf(day), 7 * by)).map(columnOf);
  return { userId: viewer.id, deletedAt: null, day: { in: days } };
};
