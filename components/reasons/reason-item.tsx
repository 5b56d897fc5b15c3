import { Press } from "@/components/forms/press";
import { SortReason } from "@/components/reasons/sort-reason";
import { Fold } from "@/components/ui/fold";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import { excerptOf } from "@/lib/excerpt";
import { letReasonGo, takeOutReason, takeReasonUpAgain } from "@/lib/reasons/actions";
import type { ReasonLine } from "@/lib/reasons/queries";
import { canLetGo } from "@/lib/reasons/rules";
import { saidByWords } from "@/lib/reasons/schema";

type Props = {
  reason: ReasonLine;
  /** Nobody asks whose it was today. */
  waits: boolean;
};

/** A reason with who says so, and what can be done with it where it lies. */
export function ReasonItem({ reason, waits }: Props) {
  const named = excerptOf(reason.words, 60);
  const takeOut = (
    <Press
      action={takeOutReason}
      about={{ reasonId: reason.id }}
      says="Take it out"
      label={`Take out: ${named}`}
    />
  );
  return (
    <li className="border-line border-t py-4 first:border-t-0 first:pt-1">
      <Prose words={wordsToDraw(reason.words)} />
      <p className="text-muted text-sm">{saidByWords[reason.saidBy].said}</p>
      <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-1">
        {reason.letGoAt ? (
          <Press
            action={takeReasonUpAgain}
            about={{ reasonId: reason.id }}
            says="Take it up again"
            label={`Take up again: ${named}`}
          />
        ) : reason.whose === null ? (
          <>
            {!waits && <SortReason reason={reason} />}
            {takeOut}
          </>
        ) : (
          <>
            {canLetGo(reason) && (
              <Press
                action={letReasonGo}
                about={{ reasonId: reason.id }}
                says="Let it go"
                label={`Let go: ${named}`}
                variant="quiet"
              />
            )}
            {waits ? (
              takeOut
            ) : (
              <div className="has-[[open]]:basis-full">
                <Fold summary="Sort it anew, or take it out" look="link">
                  <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
                    <SortReason reason={reason} />
                    {takeOut}
                  </div>
                </Fold>
              </div>
            )}
          </>
        )}
      </div>
    </li>
  );
}
