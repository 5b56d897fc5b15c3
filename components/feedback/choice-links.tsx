import type { Route } from "next";
import { Link } from "@/components/ui/link";

type Props = { label: string; choices: { key: string; says: string; href: Route; chosen: boolean }[] };

/** One of a few, each a plain link: the page that follows shows what belongs to it. */
export function ChoiceLinks({ label, choices }: Props) {
  return (
    <nav aria-label={label} className="mt-6">
      <p className="font-medium">{label}</p>
      <ul className="mt-2 flex flex-wrap gap-2">
        {choices.map(({ key, says, href, chosen }) => (
          <li key={key}>
            <Link
              href={href}
              replace
              aria-current={chosen ? "true" : undefined}
              className="wrap-anywhere inline-flex min-h-11 items-center rounded-full border border-line bg-card px-4 py-1.5 hover:border-control aria-current:border-sage aria-current:bg-sage-soft aria-current:text-sage"
            >
              {says}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
