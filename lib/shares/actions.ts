"use server";
import { notFound } from "next/navigation";
import { formAction } from "@/lib/form-action";
import { keepChoice, sharePreview } from "@/lib/shares/by-preview";
import {
  choiceForm,
  choosePiecesForm,
  sharePiecesForm,
  shareSetbackForm,
  valuesOfChoice,
  valuesOfPieces,
} from "@/lib/shares/schema";
import { findShareable, findShareableSetback } from "@/lib/shares/shareable";

/** Keeps what the member chose of a setback and shows it to them as the circle will see it. */
export const chooseWhatGoes = formAction(choiceForm, async (viewer, choice) => {
  const shareable = (await findShareableSetback(viewer, choice.setbackId)) ?? notFound();
  return keepChoice(viewer, shareable, choice, valuesOfChoice(choice));
});

export const shareSetback = formAction(
  shareSetbackForm,
  async (viewer, { setbackId, ...form }) => {
    const shareable = (await findShareableSetback(viewer, setbackId)) ?? notFound();
    return sharePreview(viewer, shareable, form);
  },
  { verified: true, limit: "share" },
);

/**
 * The same for what goes in pieces alone (an experiment, an if-then plan, a learning plan, a letter), or in words alone
 * (a goal, a win).
 */
export const choosePieces = formAction(choosePiecesForm, async (viewer, { of, sourceId, ...choice }) => {
  const shareable = (await findShareable(viewer, of, sourceId)) ?? notFound();
  return keepChoice(viewer, shareable, choice, valuesOfPieces(choice));
});

export const sharePieces = formAction(
  sharePiecesForm,
  async (viewer, { of, sourceId, ...form }) => {
    const shareable = (await findShareable(viewer, of, sourceId)) ?? notFound();
    return sharePreview(viewer, shareable, form);
  },
  { verified: true, limit: "share" },
);
