import { Press } from "@/components/forms/press";
import { ChangeLearningPlan } from "@/components/learning/change-learning-plan";
import { StepList } from "@/components/learning/step-list";
import { CanWait } from "@/components/phases/can-wait";
import { ButtonLink } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { Day } from "@/lib/dates";
import type { KeptWords } from "@/lib/drafts/queries";
import { deleteLearningPlan } from "@/lib/learning/actions";
import type { LearningPlanCard } from "@/lib/learning/queries";
import { isLearned } from "@/lib/learning/rules";

type Props = {
  plan: LearningPlanCard;
  /** What was typed into changing it, and not sent. */
  draft: KeptWords | null;
  /** On the day of a setback nobody is asked what to learn. */
  waits: boolean;
  today: Day;
};

/** One thing to learn: its steps, the goal that it became, and everything that can become of it. */
export function LearningPlanView({ plan, draft, waits, today }: Props) {
  return (
    <>
      {isLearned(plan.steps) && (
        <Notice title="Every step is done. That was you.">
          <p>One tiny thing more, only if you like: write down what went well.</p>
          <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
            <ButtonLink href="/wins">Write a win</ButtonLink>
            <ButtonLink href="/learning" variant="plain">
              Rest is fine
            </ButtonLink>
          </div>
        </Notice>
      )}
      <Section title="Small steps">
        <StepList learningPlanId={plan.id} steps={plan.steps} today={today} />
      </Section>
      {plan.goal && (
        <p className="mt-5 text-muted">
          A goal, too:{" "}
          <TextLink href={`/goals/${plan.goal.id}`} dir="auto">
            {plan.goal.title}
          </TextLink>
        </p>
      )}
      <section className="mt-11 grid gap-3">
        {waits ? <CanWait keeps={draft !== null} /> : <ChangeLearningPlan plan={plan} draft={draft} />}
        <Fold summary="Delete">
          <p>
            {plan.goal
              ? "Its goal stays in Goals. Deleting can be undone right afterwards."
              : "Deleting can be undone right afterwards."}
          </p>
          <div className="mt-4">
            <Press
              action={deleteLearningPlan}
              about={{ learningPlanId: plan.id }}
              says="Delete"
              variant="quiet"
              label="Delete what you wanted to learn"
            />
          </div>
        </Fold>
      </section>
    </>
  );
}
