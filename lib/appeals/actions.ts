"use server";
import { notFound } from "next/navigation";
import { appealForm } from "@/lib/appeals/schema";
import { putLetterAway } from "@/lib/decisions/put-letter-away";
import { formAction, goTo } from "@/lib/form-action";
import { appealUntil, canAppeal } from "@/lib/moderation/rules";
import { Refusal } from "@/lib/refusal";
import { sealForModerators } from "@/lib/reports/sealed";

/** Asks another moderator to look at a decision once more: once. Sent again, the first words stand. */
export const appeal = formAction(
  appealForm,
  async (viewer, { letterId, words }) => {
    const letter = await viewer.db.decisionLetter.findFirst({
      where: { userId: viewer.id, id: letterId },
      select: { decisionId: true, side: true, kind: true, createdAt: true },
    });
    if (!letter) notFound();
    const isOver = appealUntil({ ...letter, leavesAt: null }) <= viewer.now;
    if (!canAppeal({ ...letter, appealed: false, isOver: false })) notFound();
    if (isOver && (await viewer.db.appeal.count({ where: { decisionId: letter.decisionId } })) === 0)
      throw new Refusal("The time to ask another moderator about this is over. Your words are still here.");
    await viewer.db.appeal.createMany({
      data: { decisionId: letter.decisionId, userId: viewer.id, words: sealForModerators(words) },
      skipDuplicates: true,
    });
    await putLetterAway(viewer, letterId);
    return goTo(`/decisions/${letterId}`);
  },
  { whileSuspended: true },
);
