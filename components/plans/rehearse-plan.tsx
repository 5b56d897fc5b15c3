import type { ReactNode } from "react";
import { Press } from "@/components/forms/press";
import { PlanSentence } from "@/components/plans/plan-sentence";
import { Time } from "@/components/ui/time";
import { rehearsePlan } from "@/lib/plans/actions";
import type { PlanCard } from "@/lib/plans/queries";

/** Read, picture, say it once: three short steps on one quiet page, at whatever pace. */
export function RehearsePlan({ plan }: { plan: PlanCard }) {
  const { happens, will } = plan.sentence;
  return (
    <>
      <ol className="mt-8 grid gap-8">
        <Step title="Read it">
          <PlanSentence sentence={plan.sentence} className="text-2xl" />
        </Step>
        <Step title="Picture it">
          <p className="max-w-words">
            The moment itself: <bdi>{happens}</bdi>. Where are you, and what is in front of you? Then see
            yourself begin: <bdi>{will}</bdi>. Half a minute is plenty.
          </p>
        </Step>
        <Step title="Say it once">
          <p className="max-w-words">Aloud, or only to yourself. Once is enough.</p>
        </Step>
      </ol>
      <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <Press
          action={rehearsePlan}
          about={{ planId: plan.id }}
          says="I said it once"
          icon="check"
          variant="primary"
          label="I said this plan once"
        />
        {plan.rehearsed && (
          <p className="text-muted">
            You said it last <Time moment={plan.rehearsed} />. It needs no more than that.
          </p>
        )}
      </div>
    </>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <h2 className="mb-1.5 font-semibold text-muted text-sm">{title}</h2>
      {children}
    </li>
  );
}
