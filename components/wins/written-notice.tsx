import { JustLogged } from "@/components/goals/just-logged";
import { LogEffort } from "@/components/goals/log-effort";
import type { NextStep } from "@/components/goals/take-step";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { DeclineStep } from "@/components/wins/decline-step";

type Props = { win: { id: string } } & NextStep;

/**
 * A calm celebration that ends with one tiny next step, which can be declined: silently, and for the whole day. What
 * else can become of the win stands apart, and asks for nothing.
 */
export function WrittenNotice({ win, next, taken, declined }: Props) {
  const goal = taken ?? next;
  return (
    <Notice title="Kept. That was you.">
      {declined ? (
        <p>That is enough for today.</p>
      ) : (
        <>
          <p>One tiny step more, only if you like:</p>
          <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-2">
            <span className="wrap-anywhere font-serif text-ink text-lg">
              {goal ? goal.title : "Tell your circle"}
            </span>
            {taken ? (
              <JustLogged goal={taken} />
            ) : next ? (
              <LogEffort goal={next} icon="check">
                Done
              </LogEffort>
            ) : (
              <ButtonLink href={`/wins/${win.id}/share`} variant="quiet">
                Put it in a circle
              </ButtonLink>
            )}
          </div>
          {taken ? (
            <p className="mt-1.5">That is enough for today.</p>
          ) : (
            <div className="flex">
              <DeclineStep />
            </div>
          )}
        </>
      )}
      <p className="mt-3 flex flex-wrap gap-x-6 border-line border-t pt-1.5 text-sm">
        {(goal || declined) && (
          <TextLink href={`/wins/${win.id}/share`} className="inline-flex min-h-11 items-center">
            Put it in a circle
          </TextLink>
        )}
        <TextLink href={`/wins/${win.id}`} className="inline-flex min-h-11 items-center">
          Add a picture
        </TextLink>
      </p>
    </Notice>
  );
}
