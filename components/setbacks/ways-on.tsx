import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";

const ways: { href: Route; label: string }[] = [
  { href: "/plans", label: "If-then plans" },
  { href: "/feedback", label: "Feedback" },
  { href: "/experiments", label: "Experiments" },
  { href: "/learning", label: "Learning" },
  { href: "/practice", label: "To practise" },
  { href: "/patterns", label: "Patterns" },
  { href: "/jar", label: "Evidence jar" },
];

/** What grows out of setbacks, for whoever wants it. Nothing here is due. */
export function WaysOn() {
  return (
    <div data-print="no">
      <Section title="What may grow from them">
        <ul className="flex flex-wrap gap-x-6">
          {ways.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className="link inline-flex min-h-11 items-center">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
