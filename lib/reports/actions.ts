"use server";
import { notFound } from "next/navigation";
import { blockSomebody } from "@/lib/blocks/block-somebody";
import { formAction, goTo } from "@/lib/form-action";
import { findReportable } from "@/lib/reports/queries";
import { reportForm } from "@/lib/reports/schema";
import { sealForModerators } from "@/lib/reports/sealed";

/**
 * Tells the moderators of something, with what it says at this moment. Sent again, by whatever form, it is the same
 * report, in the words in which it was made first.
 */
export const report = formAction(
  reportForm,
  async (viewer, { id, about, circleId, thing, reason, words, putAway, block }) => {
    const found = (await findReportable(viewer, about, circleId, thing)) ?? notFound();
    const { alias, person: _, from: __, snapshot, ...it } = found;
    await viewer.db.report.createMany({
      data: {
        id,
        ...it,
        reporterId: viewer.id,
        reason,
        words: words === null ? null : sealForModerators(words),
        snapshot: sealForModerators(JSON.stringify(snapshot)),
        putAwayAt: putAway && (about === "post" || about === "reply") ? viewer.now : null,
      },
      skipDuplicates: true,
    });
    if (block && alias && it.circleId) await blockSomebody(viewer, it.circleId, alias);
    return goTo("/decisions?reported=1");
  },
  { limit: "report" },
);
