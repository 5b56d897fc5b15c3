import { TextLink } from "@/components/ui/link";
import { addDays, type Day, weekOf } from "@/lib/dates";

/** The ways to look back from the page of wins, at words or at numbers. In January last year is still near. */
export function LookBackLinks({ today }: { today: Day }) {
  const [monday = today] = weekOf(today);
  const year = Number(today.slice(0, 4));
  return (
    <nav aria-label="Look back" className="mt-4 flex flex-wrap gap-x-5 text-sm" data-print="no">
      {(
        [
          [`/wins/week/${monday}`, "Look back on this week"],
          [`/wins/week/${addDays(monday, -7)}`, "The week before"],
          [`/wins/year/${year}`, `Your ${year}`],
          ...(today.slice(5, 7) === "01" ? [[`/wins/year/${year - 1}`, `Your ${year - 1}`] as const] : []),
          ["/numbers", "Your numbers"],
        ] as const
      ).map(([href, says]) => (
        <TextLink key={href} href={href} className="inline-flex min-h-11 items-center">
          {says}
        </TextLink>
      ))}
    </nav>
  );
}
