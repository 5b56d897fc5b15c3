import { Press } from "@/components/forms/press";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { addDays, type Day, weekOf } from "@/lib/dates";
import { keepNoticed, leaveNoticed } from "@/lib/noticed-wins/actions";
import type { Noticed } from "@/lib/noticed-wins/queries";
import { weekToLookBackOn } from "@/lib/noticed-wins/rules";

/**
 * What Onward noticed in what was logged, one thing at a time and quietly; and at the end of a week, a way to look
 * back on it. Nothing where there is neither.
 */
export function NoticedWin({ noticed, today }: { noticed: Noticed | null; today: Day }) {
  const week = weekToLookBackOn(today);
  if (!noticed && !week) return null;
  const [monday = today] = weekOf(week === "last week" ? addDays(today, -7) : today);
  return (
    <div className="mt-6">
      {noticed && (
        <Notice>
          <p>{noticed.said}</p>
          {/* Beneath each other on the phone, where "Log a setback" floats over what stands on the right. */}
          <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 max-lg:flex-col max-lg:items-start">
            <Press
              action={keepNoticed}
              about={aboutOf(noticed)}
              says="Keep it"
              label="Keep it among your wins"
              variant="quiet"
              pendingText="Keeping"
            />
            <Press
              action={leaveNoticed}
              about={aboutOf(noticed)}
              says="Not for me"
              label="Not for me: leave it out"
              pendingText="Leaving it out"
            />
          </div>
        </Notice>
      )}
      {week && (
        <p className="mt-3 text-muted text-sm">
          <TextLink href={`/wins/week/${monday}`} className="inline-flex min-h-11 items-center">
            Look back on {week === "this week" ? "your week" : "last week"}
          </TextLink>
        </p>
      )}
    </div>
  );
}

const aboutOf = ({ kind, occasion }: Noticed) => ({ kind, occasion });
