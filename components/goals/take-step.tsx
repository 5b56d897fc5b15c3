import { JustLogged } from "@/components/goals/just-logged";
import { LogEffort } from "@/components/goals/log-effort";
import { ButtonLink } from "@/components/ui/button";
import { DeclineStep } from "@/components/wins/decline-step";
import type { GoalCard } from "@/lib/goals/queries";

/** The one step that a celebration ends with. */
export type NextStep = {
  /** What a goal still asks for today. */
  next: GoalCard | null;
  /** The step that they took since: one is enough, and no other one stands in its place. */
  taken: GoalCard | null;
  /** They wanted no further step today: then none is named. */
  declined: boolean;
};

/** Takes a step: what a goal still asks for today, or something as small. */
export const TakeStep = ({ next, says = "Done" }: { next: GoalCard | null; says?: string }) =>
  next ? (
    <LogEffort key={next.id} goal={next} icon="check">
      {says}
    </LogEffort>
  ) : (
    <ButtonLink href="/wins" variant="quiet">
      Write a win
    </ButtonLink>
  );

/** The tiny step that a celebration ends with, which can be taken or declined, and then stays as it is. */
export function TinyStep({ next, taken, declined, about }: NextStep & { about: Record<string, string> }) {
  if (declined) return <p>That is enough for today.</p>;
  return (
    <>
      <p>
        One tiny step more, only if you like:{" "}
        <bdi>{(taken ?? next)?.title ?? "write down what went well"}</bdi>.
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2.5">
        {taken ? <JustLogged goal={taken} /> : <TakeStep next={next} />}
        {!taken && <DeclineStep about={about} />}
      </div>
      {taken && <p>That is enough for today.</p>}
    </>
  );
}
