import { CountCase } from "@/components/experiments/count-case";
import { sayCounted } from "@/components/experiments/say-counted";
import { UndoCase } from "@/components/experiments/undo-case";
import { Link } from "@/components/ui/link";
import type { ExperimentCard } from "@/lib/experiments/queries";

/** What runs now: each with how far it has come, and one tap for one application more. */
export function RunningList({ experiments }: { experiments: ExperimentCard[] }) {
  return (
    <ul className="mt-6">
      {experiments.map((experiment) => (
        <li key={experiment.id} className="border-line border-t py-5 first:border-t-0 first:pt-1">
          <Link href={`/experiments/${experiment.id}`} className="group inline-block py-1">
            <span dir="auto" className="link wrap-anywhere font-serif text-xl group-hover:text-sage">
              {experiment.change}
            </span>
          </Link>
          <p className="text-muted">{sayCounted(experiment)}</p>
          <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2.5">
            <CountCase experiment={experiment} />
            <UndoCase experiment={experiment} />
          </div>
        </li>
      ))}
    </ul>
  );
}
