import { Link } from "@/components/ui/link";
import type { LearningPlanCard } from "@/lib/learning/queries";
import { saySteps } from "@/lib/learning/rules";

/** What the member is learning, the newest first. */
export function LearningPlanList({ plans }: { plans: LearningPlanCard[] }) {
  return (
    <ul className="mt-6">
      {plans.map((plan) => (
        <li key={plan.id} className="border-line border-t py-3 first:border-t-0">
          <Link href={`/learning/${plan.id}`} className="group inline-block max-w-full py-1">
            <span dir="auto" className="link wrap-anywhere group-hover:text-sage">
              {plan.skill}
            </span>
          </Link>
          <p className="text-muted text-sm">
            {saySteps(plan.steps)}.{plan.goal && " A goal, too."}
          </p>
        </li>
      ))}
    </ul>
  );
}
