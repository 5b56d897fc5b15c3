import { Press } from "@/components/forms/press";
import { Notice } from "@/components/ui/notice";
import { keepNoticed, leaveNoticed } from "@/lib/noticed-wins/actions";
import type { Noticed } from "@/lib/noticed-wins/queries";

/** What Onward noticed in what was logged, one thing at a time and quietly. Nothing where there is nothing. */
export function NoticedWin({ noticed }: { noticed: Noticed | null }) {
  if (!noticed) return null;
  return (
    <div className="mt-6">
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
    </div>
  );
}

const aboutOf = ({ kind, occasion }: Noticed) => ({ kind, occasion });
