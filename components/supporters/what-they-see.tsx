import { GoalDots } from "@/components/goals/goal-dots";
import { WeekTable } from "@/components/goals/week-table";
import { Said } from "@/components/posts/said";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import type { TheySee } from "@/lib/supporters/what-they-see";

/** What a supporter sees, drawn the same in the preview, for the member, and for them. */
export function WhatTheySee({ sees: { goals, wins, setbacks } }: { sees: TheySee }) {
  if (goals.length === 0 && !wins?.length && setbacks.length === 0) {
    return <p className="mt-8 max-w-words text-muted">There is nothing to see here just now.</p>;
  }
  return (
    <>
      {goals.length > 0 && (
        <Section title="Goals">
          <ul className="grid gap-4">
            {goals.map((goal, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what leaves for a supporter has no ids, and no state.
              <li key={at} className="rounded-2xl bg-card px-5 py-4">
                <p className="wrap-anywhere font-medium">{goal.title}</p>
                <p className="mb-3 text-muted text-sm">
                  {goal.rhythmInWords}. {goal.progress}.
                </p>
                <GoalDots goal={goal} />
              </li>
            ))}
          </ul>
          <WeekTable weeks={goals} />
        </Section>
      )}
      {wins && wins.length > 0 && (
        <Section title="Wins">
          <ul>
            {wins.map((win, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <li key={at} className="border-line border-t py-4 first:border-t-0 first:pt-1">
                <p className="text-muted text-sm">{win.said}</p>
                <Prose words={wordsToDraw(win.body)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {setbacks.length > 0 && (
        <Section title="Setbacks">
          <ul className="grid gap-4">
            {setbacks.map((setback, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <li key={at} className="rounded-2xl border border-line px-5 py-4">
                <Said words={<Prose words={wordsToDraw(setback.body)} />} details={setback.details} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
