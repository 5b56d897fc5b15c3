"use server";
import { formAction, say } from "@/lib/form-action";
import { pictureNames } from "@/lib/numbers/pictures";
import { keepLayout } from "@/lib/today/keep-layout";
import { moved, pictured, sectionNames, shown } from "@/lib/today/layout";
import { asItWasForm, pictureForm, placeForm, showForm } from "@/lib/today/schema";

/** Brings a section of the viewer's Today to another place. */
export const placeSection = formAction(placeForm, async (viewer, { section, place }) => {
  await keepLayout(viewer, (layout) => moved(layout, section, place));
  return say(`${sectionNames[section]}: number ${place + 1} now.`);
});

/** Puts a section away, or takes it out again. */
export const showSection = formAction(showForm, async (viewer, { section, turned }) => {
  await keepLayout(viewer, (layout) => shown(layout, section, turned));
  return say(`${sectionNames[section]}: ${turned ? "on Today again" : "put away"}.`);
});

/** Puts a picture on Today, or takes it from there. */
export const showPicture = formAction(pictureForm, async (viewer, { picture, turned }) => {
  await keepLayout(viewer, (layout) => pictured(layout, picture, turned));
  return say(`${pictureNames[picture]}: ${turned ? "on Today" : "not on Today any more"}.`);
});

/** Arranges Today as it is for everybody. */
export const arrangeAsItWas = formAction(asItWasForm, async (viewer) => {
  await viewer.db.todayLayout.deleteMany({ where: { userId: viewer.id } });
  return say("Everything is where it was.");
});
