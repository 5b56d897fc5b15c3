"use server";
import { notFound } from "next/navigation";
import { columnOf } from "@/lib/dates";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { formAction, goTo, say } from "@/lib/form-action";
import { jarIdOf } from "@/lib/jar/jar-id";
import { putInJarFromElsewhere } from "@/lib/jar/put-in-jar";
import { keepOnce } from "@/lib/keep-once";
import { Refusal } from "@/lib/refusal";
import { undoneUntil } from "@/lib/undo";
import { requireRoomForPicture } from "@/lib/win-pictures/require-room-for-picture";
import { findWin } from "@/lib/wins/queries";
import { hasCome } from "@/lib/wins/rules";
import { declineForm, oneWinForm, winForm } from "@/lib/wins/schema";

export const writeWin = formAction(winForm, async (viewer, { day, ...win }) => {
  if (!hasCome(day, viewer.today))
    throw new Refusal("That day has not come yet. Choose a day up to today.", "day");
  const { id } = await keepOnce(
    { ...win, userId: viewer.id, day: columnOf(day) },
    {
      add: (row) => viewer.db.win.createMany({ data: row, skipDuplicates: true }),
      // Deleted meanwhile and sent again, it is there again.
      find: async (row) => (await viewer.db.win.updateMany({ where: row, data: { deletedAt: null } })).count,
    },
  );
  await requireRoomForPicture(viewer, id);
  return goTo(`/wins?written=${id}`);
});

export const deleteWin = formAction(oneWinForm, async (viewer, { winId }) => {
  const { count } = await viewer.db.win.updateMany({
    where: { userId: viewer.id, id: winId, deletedAt: null },
    data: { deletedAt: viewer.now },
  });
  if (count === 0 && !(await viewer.db.win.count({ where: { userId: viewer.id, id: winId } }))) notFound();
  // What Onward noticed is not noticed again.
  await viewer.db.noticedWin.updateMany({
    where: { userId: viewer.id, winId },
    data: { answer: "not_for_me" },
  });
  await dropDraftsAbout(viewer, winId);
  return goTo(`/wins?deleted=${winId}`);
});

export const bringWinBack = formAction(oneWinForm, async (viewer, { winId }) => {
  await viewer.db.win.updateMany({
    where: { userId: viewer.id, id: winId, deletedAt: { gte: undoneUntil(viewer.now) } },
    data: { deletedAt: null },
  });
  if ((await viewer.db.win.count({ where: { userId: viewer.id, id: winId, deletedAt: null } })) === 0)
    notFound();
  await requireRoomForPicture(viewer, winId);
  await viewer.db.noticedWin.updateMany({ where: { userId: viewer.id, winId }, data: { answer: "kept" } });
  return goTo("/wins");
});

/** Leaves the step that ends a celebration, silently and for the rest of the day. */
export const declineStep = formAction(declineForm, async (viewer, { at, goalId }) => {
  const day = columnOf(viewer.today);
  const mine = { userId: viewer.id };
  const { count } = await viewer.db.declinedStep.createMany({ data: { ...mine, day }, skipDuplicates: true });
  if (count === 0) await viewer.db.declinedStep.updateMany({ where: mine, data: { day } });
  return goTo(goalId ? `/goals/${goalId}` : `/${at}`);
});

/** Puts a win in the evidence jar. Pressed again, it is the same one thing there, and says what the win says now. */
export const putWinInJar = formAction(oneWinForm, async (viewer, { winId }) => {
  const win = (await findWin(viewer, winId)) ?? notFound();
  await putInJarFromElsewhere(viewer, {
    id: jarIdOf(win.id),
    words: win.body,
    origin: "A win of mine",
    day: win.day,
  });
  return say("It is in your evidence jar.");
});
