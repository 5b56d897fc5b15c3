import { Press } from "@/components/forms/press";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { markPlannedStep } from "@/lib/planned-steps/actions";
import type { PlannedStep } from "@/lib/planned-steps/queries";

type Props = { step: PlannedStep; goal: { id: string; title: string } | null };

/** What a step is, when and where, and one press that notes it done, or open again. */
export function WhatWhenWhere({ step: { id: stepId, words, at, place, done }, goal }: Props) {
  // A step without words of its own has its goal's, which stand there once.
  const saysGoal = goal !== null && goal.title === words;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="flex min-w-0 flex-1 basis-56 items-start gap-2.5 py-1.5">
        {done && <Icon name="check" className="mt-1 text-sage" />}
        <div className="min-w-0">
          <p dir="auto" className="wrap-anywhere font-serif text-lg">
            {saysGoal ? <TextLink href={`/goals/${goal.id}`}>{words}</TextLink> : words}
          </p>
          <p className="text-muted text-sm">
            {done && "Done. "}
            {at && <span>{at}. </span>}
            {place && (
              <span>
                Where: <bdi className="wrap-anywhere">{place}</bdi>.{" "}
              </span>
            )}
            {goal && !saysGoal && (
              <TextLink href={`/goals/${goal.id}`} dir="auto">
                {goal.title}
              </TextLink>
            )}
          </p>
        </div>
      </div>
      <Press
        action={markPlannedStep}
        about={{ stepId, done: done ? "no" : "yes" }}
        says={done ? "Not yet" : "Done"}
        label={`${done ? "Not done yet" : "Done"}: ${words}`}
        icon={done ? "undo-2" : "check"}
        variant={done ? "plain" : "quiet"}
      />
    </div>
  );
}
