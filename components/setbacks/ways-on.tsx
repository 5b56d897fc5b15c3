import { grownFromSetbacks } from "@/components/layout/places";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";

/** What grows out of setbacks, for whoever wants it. Nothing here is due. */
export function WaysOn() {
  return (
    <div data-print="no">
      <Section title="What may grow from them">
        <ul className="flex flex-wrap gap-x-6">
          {grownFromSetbacks.map(({ href, label }) => (
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
