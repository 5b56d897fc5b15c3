import { LogEffort } from "@/components/goals/log-effort";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { DeclineStep, TinyStep } from "@/components/wins/tiny-step";
import type { GoalCard } from "@/lib/goals/queries";

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
      <TinyStep next={next} otherwise="tell your circle" declined={declined} />
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
        {!declined && <DeclineStep />}
      </div>
    </Notice>
  );
}
