import { Link } from "@/components/ui/link";

type Props = { reasons: { id: string; words: string }[]; chosen: string | undefined };

/** Reasons that the member called their own, to begin with. Plain links, which fill the form and lead down to it. */
export function ReasonLinks({ reasons, chosen }: Props) {
  if (reasons.length === 0) return null;
  return (
    <nav aria-label="Reasons to begin with" className="mt-6">
      <p className="max-w-words text-muted">
        More than one setback had a reason that you called your own. If there is something to learn in one of
        them, begin with it, or with your own words.
      </p>
      <ul className="mt-3 flex flex-wrap gap-2">
        {reasons.map(({ id, words }) => (
          <li key={id} className="min-w-0">
            <Link
              href={`/learning/new?reason=${id}#plan`}
              replace
              dir="auto"
              aria-current={id === chosen ? "true" : undefined}
              className="wrap-anywhere inline-flex min-h-11 items-center rounded-2xl border border-line bg-card px-4 py-2 hover:border-control aria-current:border-sage aria-current:bg-sage-soft aria-current:text-sage"
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
