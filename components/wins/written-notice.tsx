import { LogEffort } from "@/components/goals/log-effort";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { GoalCard } from "@/lib/goals/queries";

/** A calm celebration that ends with one tiny next step, which can be declined. */
export function WrittenNotice({ win, next }: { win: { id: string }; next: GoalCard | null }) {
  return (
    <Notice title="Kept. That was you.">
      <p>
        {next
          ? `One tiny step more, only if you like: ${next.title}.`
          : "One tiny step more, only if you like: tell your circle."}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
        {next && (
          <LogEffort goal={next} icon="check">
            Done
          </LogEffort>
        )}
        <ButtonLink href={`/wins/${win.id}/share`} variant="quiet">
          Put it in a circle
        </ButtonLink>
        <ButtonLink href="/wins" variant="plain">
          Rest is fine
        </ButtonLink>
      </div>
    </Notice>
  );
}
