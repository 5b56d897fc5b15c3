import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { FoundElsewhere as Found } from "@/lib/finding/queries";

/** What was found in one's own words that belongs to no setback, each with the page where it is read. */
export function FoundElsewhere({ elsewhere: { found, areMore, onlyNewest } }: { elsewhere: Found }) {
  if (found.length === 0 && onlyNewest === null) return null;
  return (
    <Section title="Elsewhere in your writing">
      {found.length > 0 && (
        <ul className="border-line border-t">
          {found.map(({ id, href, where, excerpt }) => (
            <li key={id} className="border-line border-b">
              <Link href={href} className="gentle group -mx-3 block rounded-xl px-3 py-4 hover:bg-card">
                <span className="font-medium group-hover:text-sage">In {where}</span>
                <span dir="auto" className="wrap-anywhere mt-0.5 line-clamp-2 font-serif text-lg text-muted">
                  {excerpt}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {areMore && (
        <p className="mt-3 text-muted text-sm">
          These are the newest that say so, and there are more. More words find fewer.
        </p>
      )}
      {onlyNewest !== null && (
        <p className="mt-3 text-muted text-sm">
          Of your jar, plans, letters, experiments, questions, wins and goals, the newest{" "}
          {onlyNewest.toLocaleString("en")} were looked through.
        </p>
      )}
    </Section>
  );
}
