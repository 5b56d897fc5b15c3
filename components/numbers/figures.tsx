import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { categoryWords } from "@/lib/goals/schema";
import { sayAmount } from "@/lib/goals/units";
import { entriesAt } from "@/lib/numbers/entries";
import type { Drawn } from "@/lib/numbers/queries";
import { type Figure, figuresOf } from "@/lib/numbers/rules";
import { sayTimes } from "@/lib/say-times";

/** "4"; "twice, 50 minutes" where a second number would stand beside it. */
const withWords = ({ count, amount, ...figure }: Figure) => ({
  ...figure,
  says: amount ? `${sayTimes(count)}, ${amount}` : `${count}`,
});

/** What was done, in numbers: each leads to what it was counted from. What there is nothing of is left out. */
export function Figures({ drawn: { counted, goals, today } }: { drawn: Drawn }) {
  const groups = [
    ...figuresOf(counted, today),
    {
      title: "Each goal, since it began",
      figures: goals.map(
        ({ id, title, category, unit, times, amount }): Figure => ({
          label: title,
          count: times,
          kind: categoryWords[category],
          ...(unit !== "times" && { amount: sayAmount(amount, unit) }),
          entries: { what: "effort", goal: id },
        }),
      ),
    },
  ].map((group) => ({
    ...group,
    figures: group.figures.filter(({ count }) => count > 0).map(withWords),
  }));
  return groups
    .filter(({ figures }) => figures.length > 0)
    .map(({ title, figures }) => (
      <Section key={title} title={title}>
        <dl className="grid grid-cols-1 gap-x-10 sm:grid-cols-2">
          {figures.map(({ label, kind, says, of, entries }) => (
            <div
              key={entriesAt(entries)}
              className="flex items-baseline justify-between gap-4 border-line border-t py-2.5"
            >
              <dt className="wrap-anywhere min-w-0">
                {label} {kind && <span className="text-muted text-sm">{kind}</span>}
              </dt>
              <dd className="flex-none tabular-nums">
                <TextLink
                  href={entriesAt(entries)}
                  aria-label={`${label}: ${says}`}
                  className="inline-block px-1 font-semibold"
                >
                  {says}
                </TextLink>
                {of && <span className="text-muted text-sm"> {of}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    ));
}
