"use server";
import { notFound } from "next/navigation";
import { formAction, say } from "@/lib/form-action";
import { altForm, onePictureForm } from "@/lib/win-pictures/schema";

/** Says anew what is on a picture, for who cannot see it. */
export const sayWhatIsOnPicture = formAction(altForm, async (viewer, { winId, alt }) => {
  const { count } = await viewer.db.winPicture.updateMany({
    where: { userId: viewer.id, winId, win: { deletedAt: null } },
    data: { alt: viewer.words.seal("win_pictures.alt", winId, alt) },
  });
  if (count === 0) notFound();
  return say("Changed.");
});

/** Takes a picture off for good: its file is with its member. Twice is the same as once. */
export const takePictureOff = formAction(onePictureForm, async (viewer, { winId }) => {
  const mine = { userId: viewer.id, id: winId };
  if (!(await viewer.db.win.count({ where: mine }))) notFound();
  await viewer.db.winPicture.deleteMany({ where: { userId: viewer.id, winId } });
  return say("The picture is gone. Your words stay.");
});
