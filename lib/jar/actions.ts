"use server";
import { notFound } from "next/navigation";
import { formAction, goTo, say } from "@/lib/form-action";
import { putBackTakenOut, putInJar } from "@/lib/jar/put-in-jar";
import { jarForm, oneEntryForm } from "@/lib/jar/schema";
import { Refusal } from "@/lib/refusal";
import { hasCome } from "@/lib/wins/rules";

export const keepInJar = formAction(jarForm, async (viewer, entry) => {
  if (!hasCome(entry.day, viewer.today))
    throw new Refusal("That day has not come yet. Choose a day up to today.", "day");
  await putInJar(viewer, entry);
  return say("It is in your jar.");
});

export const takeOutOfJar = formAction(oneEntryForm, async (viewer, { entryId }) => {
  const mine = { userId: viewer.id, id: entryId };
  const { count } = await viewer.db.jarEntry.updateMany({
    where: { ...mine, deletedAt: null },
    data: { deletedAt: viewer.now },
  });
  if (count === 0 && !(await viewer.db.jarEntry.count({ where: mine }))) notFound();
  return goTo(`/jar?deleted=${entryId}`);
});

export const putBackInJar = formAction(oneEntryForm, async (viewer, { entryId }) => {
  if (!(await putBackTakenOut(viewer, entryId))) {
    const there = { userId: viewer.id, id: entryId, deletedAt: null };
    if ((await viewer.db.jarEntry.count({ where: there })) === 0) notFound();
  }
  return goTo("/jar");
});
