import { besideGoals } from "@/components/layout/places";
import { Link } from "@/components/ui/link";

const numbers = { href: "/numbers", label: "Your numbers" } as const;

/** What can become of goals, for whoever wants it. */
export const BesideGoals = () => (
  <nav aria-label="Beside goals" className="mt-5 flex flex-wrap gap-x-6" data-print="no">
    {[...besideGoals, numbers].map(({ href, label }) => (
      <Link key={href} href={href} className="link inline-flex min-h-11 items-center">
        {label}
      </Link>
    ))}
  </nav>
);
