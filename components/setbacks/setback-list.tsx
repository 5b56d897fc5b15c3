import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { byMonth, type Day, sayDay, sayMonth } from "@/lib/dates";
import type { SetbackLine } from "@/lib/setbacks/rules";

/** Setbacks under their months, each as it begins. Nothing is counted. */
export function SetbackList({ setbacks, today }: { setbacks: SetbackLine[]; today: Day }) {
  return byMonth(setbacks).map(({ month, rows }) => (
    <Section key={month} title={sayMonth(month)}>
      <ul className="border-line border-t">
        {rows.map((setback) => (
          <li key={setback.id} className="border-line border-b">
            <Link
              href={`/setbacks/${setback.id}`}
              className="gentle group -mx-3 block rounded-xl px-3 py-4 hover:bg-card"
            >
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-medium group-hover:text-sage">{setback.title}</span>
                <span className="text-muted text-sm">
                  {setback.isLetGo && "let go, "}
                  {sayDay(setback.day, today)}
                </span>
              </span>
              <span dir="auto" className="wrap-anywhere mt-0.5 line-clamp-2 font-serif text-lg text-muted">
                {setback.excerpt}
              </span>
              {setback.foundIn.length > 0 && (
                <span className="mt-1 block text-muted text-sm">Found in: {setback.foundIn.join(", ")}.</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  ));
}
