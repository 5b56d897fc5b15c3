import { Press } from "@/components/forms/press";
import { LogEffort } from "@/components/goals/log-effort";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { GoalCard } from "@/lib/goals/queries";
import { declineStep } from "@/lib/wins/actions";

type Props = {
  win: { id: string };
  /** What a goal still asks for today. */
  next: GoalCard | null;
  /** They wanted no further step today: then none is named. */
  declined: boolean;
};

/** A calm celebration that ends with one tiny next step, which can be declined: silently, and for the whole day. */
export function WrittenNotice({ win, next, declined }: Props) {
  return (
    <Notice title="Kept. That was you.">
      {declined ? (
        <p>That is enough for today.</p>
      ) : (
        <p>
          {next
            ? `One tiny step more, only if you like: ${next.title}.`
            : "One tiny step more, only if you like: tell your circle."}
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
        {next && !declined && (
          <LogEffort goal={next} icon="check">
            Done
          </LogEffort>
        )}
        <ButtonLink href={`/wins/${win.id}/share`} variant="quiet">
          Put it in a circle
        </ButtonLink>
        <ButtonLink href={`/wins/${win.id}`} variant="quiet">
          Add a picture
        </ButtonLink>
        {!declined && (
          <Press
            action={declineStep}
            about={{}}
            says="Rest is fine"
            label="Rest is fine: no further step today"
          />
        )}
      </div>
    </Notice>
  );
}
