import { Link } from "@/components/ui/link";
import { presets } from "@/lib/goals/presets";

/** Goals to begin with. Plain links, which fill the form and lead down to it. */
export function PresetLinks({ chosen }: { chosen: string | undefined }) {
  return (
    <nav aria-label="Goals to begin with" className="mt-6">
      <p className="text-muted">Begin with one of these, or with your own.</p>
      <ul className="mt-3 flex flex-wrap gap-2">
        {Object.entries(presets).map(([name, { link }]) => (
          <li key={name}>
            <Link
              href={`/goals/new?preset=${name}#goal`}
              replace
              aria-current={name === chosen ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-full border border-line bg-card px-4 hover:border-control aria-current:border-sage aria-current:bg-sage-soft aria-current:text-sage"
            >
              {link}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
