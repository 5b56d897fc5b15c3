import { Link } from "@/components/ui/link";
import { examples } from "@/lib/plans/examples";
import { sayPlan, sentenceOf } from "@/lib/plans/rules";

/** Plans to begin with. Plain links, which fill the form and lead down to it. */
export function ExampleLinks({ chosen }: { chosen: string | undefined }) {
  return (
    <nav aria-label="Plans to begin with" className="mt-3">
      <ul>
        {Object.entries(examples).map(([name, example]) => (
          <li key={name} className="border-line border-t first:border-t-0">
            <Link
              href={`/plans/new?example=${name}#plan`}
              replace
              aria-current={name === chosen ? "true" : undefined}
              className="block py-2.5 font-serif text-lg hover:text-sage aria-current:text-sage"
            >
              {sayPlan(sentenceOf(example))}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
