"use server";
import { offerAdviceForm } from "@/lib/advising/schema";
import { formAction, say } from "@/lib/form-action";

/** Says about which kinds of setback one is willing to be asked; about every other one is not. */
export const offerAdvice = formAction(offerAdviceForm, async (viewer, { kind: kinds }) => {
  const mine = { userId: viewer.id };
  await viewer.db.adviceOffer.deleteMany({ where: { ...mine, kind: { notIn: kinds } } });
  await viewer.db.adviceOffer.createMany({
    data: kinds.map((kind) => ({ ...mine, kind })),
    skipDuplicates: true,
  });
  return say(kinds.length > 0 ? "Kept. Only you can see this." : "Kept. Nobody will ask you.");
});
