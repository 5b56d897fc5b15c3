"use server";
import { notFound } from "next/navigation";
import { columnOf } from "@/lib/dates";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { formAction, goTo } from "@/lib/form-action";
import { keepOnce } from "@/lib/keep-once";
import { putInCircle } from "@/lib/posts/put-in-circle";
import { Refusal } from "@/lib/refusal";
import { undoneUntil } from "@/lib/undo";
import { hasCome } from "@/lib/wins/rules";
import { oneWinForm, shareWinForm, winForm } from "@/lib/wins/schema";

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
  return goTo(`/wins?written=${id}`);
});

export const deleteWin = formAction(oneWinForm, async (viewer, { winId }) => {
  const { count } = await viewer.db.win.updateMany({
    where: { userId: viewer.id, id: winId, deletedAt: null },
    data: { deletedAt: viewer.now },
  });
  if (count === 0 && !(await viewer.db.win.count({ where: { userId: viewer.id, id: winId } }))) notFound();
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
  return goTo("/wins");
});

export const shareWin = formAction(
  shareWinForm,
  async (viewer, { id, winId, circleId, body }) => {
    if (!(await viewer.db.win.count({ where: { userId: viewer.id, id: winId, deletedAt: null } })))
      notFound();
    const postId = await putInCircle(viewer, {
      id,
      circleId,
      kind: "win",
      need: null,
      body,
      details: [],
      source: { winId },
    });
    return goTo(`/circles/${circleId}#${postId}`);
  },
  { verified: true, limit: "share" },
);
