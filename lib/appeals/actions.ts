"use server";
import { notFound } from "next/navigation";
import { appealForm } from "@/lib/appeals/schema";
import { formAction, goTo } from "@/lib/form-action";
import { canAppeal } from "@/lib/moderation/rules";
import { sealForModerators } from "@/lib/reports/sealed";

/** Asks another moderator to look at a decision once more: once. Sent again, the first words stand. */
export const appeal = formAction(
  appealForm,
  async (viewer, { letterId, words }) => {
    const letter = await viewer.db.decisionLetter.findFirst({
      where: { userId: viewer.id, id: letterId },
      select: { decisionId: true, side: true, kind: true },
    });
    if (!letter || !canAppeal({ ...letter, appealed: false })) notFound();
    await viewer.db.appeal.createMany({
      data: { decisionId: letter.decisionId, userId: viewer.id, words: sealForModerators(words) },
      skipDuplicates: true,
    });
    return goTo(`/decisions/${letterId}`);
  },
  { whileSuspended: true },
);
