"use server";
import { findAside, keepAside } from "@/lib/crisis/aside";
import { answerForm, linesForm } from "@/lib/crisis/schema";
import { formAction } from "@/lib/form-action";
import { helplines } from "@/lib/helplines/helplines";
import { Refusal } from "@/lib/refusal";

/** What its author says to the card. Their own browser remembers it, and nothing and nobody else. */
export const answerCard = formAction(answerForm, async (viewer, { answer }) => {
  const aside = await findAside(viewer.id);
  if (!aside.open) return;
  const isOver = answer === "mistaken" || answer === "away";
  await keepAside({ ...aside, open: isOver ? null : { answer } });
});

/** Shows the lines of another country on the card. */
export const showLinesOf = formAction(linesForm, async (viewer, { country }) => {
  if (!helplines.countries.some(({ code }) => code === country))
    throw new Refusal("There is no list for that country here yet. Please choose another.", "country");
  await keepAside({ ...(await findAside(viewer.id)), country });
});
