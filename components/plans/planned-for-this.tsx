import { Press, type PressWords } from "@/components/forms/press";
import { PlanSentence } from "@/components/plans/plan-sentence";
import { Card } from "@/components/ui/card";
import { SectionHeading } from "@/components/ui/section";
import { didAsPlanned, leavePlanToday, openPlanAgain } from "@/lib/plans/actions";
import type { Firing } from "@/lib/plans/queries";
import { sayPlan } from "@/lib/plans/rules";

/** The plans that a setback called up, the first thing to see on its page. Without any, nothing. */
export function PlannedForThis({ firings }: { firings: Firing[] }) {
  if (firings.length === 0) return null;
  return (
    <Card label="You planned for this" className="mt-6">
      <SectionHeading>You planned for this</SectionHeading>
      <ul>
        {firings.map((firing) => (
          <li key={firing.planId} className="border-line border-t pt-4 pb-2 first:border-t-0 first:pt-3">
            <PlanSentence sentence={firing.sentence} />
            <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2.5">
              {firing.outcome === null ? (
                <>
                  {/* Each a button of its own: what had focus must not become another one under it. */}
                  <Say
                    key="done"
                    firing={firing}
                    action={didAsPlanned}
                    says="Done"
                    icon="check"
                    variant="primary"
                  />
                  <Say key="not today" firing={firing} action={leavePlanToday} says="Not today" />
                </>
              ) : (
                <>
                  <p className="text-muted">{said[firing.outcome]}</p>
                  <Say key="undo" firing={firing} action={openPlanAgain} says="Undo" />
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const said = {
  done: "Done, as you planned. That was you.",
  not_today: "Not today, and that is fine. The plan stays for another time.",
};

type Said = Pick<PressWords, "action" | "says" | "variant" | "icon"> & { firing: Firing };

/** What is said of a plan that was called up. */
const Say = ({ firing: { planId, setbackId, sentence }, ...press }: Said) => (
  <Press about={{ planId, setbackId }} label={`${press.says}: ${sayPlan(sentence)}`} {...press} />
);
