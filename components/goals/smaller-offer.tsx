import { GoalButton } from "@/components/goals/goal-button";
import { MakeSmaller } from "@/components/goals/make-smaller";
import { Card } from "@/components/ui/card";
import { SectionHeading } from "@/components/ui/section";
import type { KeptWords } from "@/lib/drafts/queries";
import { keepAsItIs } from "@/lib/goals/actions";
import type { GoalCard } from "@/lib/goals/queries";

/** After two quiet weeks a smaller version is offered. Leaving it as it is is as good an answer. */
export function SmallerOffer({ goal, draft }: { goal: GoalCard; draft: KeptWords | null }) {
  return (
    <Card label="A smaller version" className="mt-8">
      <SectionHeading>Good to see you here</SectionHeading>
      <p className="mt-2 max-w-words">
        Perhaps a smaller version fits these weeks better. Perhaps it is right as it is, and today is a good
        day to begin again. Both are fine.
      </p>
      <div className="mt-4 flex flex-wrap items-start gap-x-3 gap-y-2.5">
        <MakeSmaller goal={goal} draft={draft} />
        <GoalButton action={keepAsItIs} goal={goal} says="Leave it as it is" variant="plain" />
      </div>
    </Card>
  );
}
