"use server";
import { notFound } from "next/navigation";
import { formAction, goTo } from "@/lib/form-action";
import { openCase } from "@/lib/moderation/queries";
import { lettersFor } from "@/lib/moderation/rules";
import { decideAppealForm, decideForm } from "@/lib/moderation/schema";
import { Refusal } from "@/lib/refusal";
import { sealForModerators } from "@/lib/reports/sealed";

type Answer = "decided" | "before" | "gone";

/** Decides about what was reported. It happens at once, and both sides read why. */
export const decide = formAction(
  decideForm,
  async (viewer, { id, reportId, kind, days, toReported, toReporter }) => {
    const it = (await openCase(viewer, reportId)) ?? notFound();
    if (!it.choices.includes(kind))
      throw new Refusal("This cannot be done about it any more. Please choose something else.", "kind");
    if (kind === "suspend" && !days)
      throw new Refusal("Please say for how long. Your words are still here.", "days");
    const due = lettersFor(kind, it);
    if (due.toReported && !toReported)
      throw new Refusal(
        "Please write why, for the one whom it is about. Your words are still here.",
        "toReported",
      );
    if (due.toReporter && !toReporter)
      throw new Refusal(
        "Please write an answer for whoever reported it. Your words are still here.",
        "toReporter",
      );
    const letter = (isDue: boolean, words: string | null) =>
      isDue && words ? sealForModerators(words) : null;
    const until = kind === "suspend" ? new Date(viewer.now.getTime() + Number(days) * 86_400_000) : null;
    const [answer] = await viewer.db.$queryRaw<{ said: Answer }[]>`
      select app.decide_report(${reportId}::uuid, ${id}::uuid, ${kind}::decision_kind, ${until}::timestamptz,
        ${letter(due.toReported, toReported)}::bytea, ${letter(due.toReporter, toReporter)}::bytea) as said`;
    return end(answer?.said);
  },
);

/** Looks once more at what another moderator decided. */
export const decideAppeal = formAction(
  decideAppealForm,
  async (viewer, { decisionId, what, words, toReporter }) => {
    const told = await viewer.db.decisionLetter.count({ where: { decisionId, side: "reporter" } });
    if (what === "change" && told > 0 && !toReporter)
      throw new Refusal(
        "Please write an answer for whoever reported it, who read that something was done. Your words are still here.",
        "toReporter",
      );
    const [answer] = await viewer.db.$queryRaw<{ said: Answer }[]>`
      select app.decide_appeal(${decisionId}::uuid, ${what === "keep"}, ${sealForModerators(words)},
        ${toReporter ? sealForModerators(toReporter) : null}::bytea) as said`;
    return end(answer?.said);
  },
);

function end(said: Answer | undefined) {
  if (said === "before")
    throw new Refusal(
      "Another moderator decided this meanwhile. Nothing was changed; your words are still here.",
    );
  if (said !== "decided") notFound();
  return goTo("/moderation?decided=1");
}
