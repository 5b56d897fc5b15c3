import { Press } from "@/components/forms/press";
import { copyLastWeek, takeLastWeekAlong } from "@/lib/planned-steps/actions";
import type { Week } from "@/lib/planned-steps/queries";

/** What the week before has for this one, each in one press. Nothing is listed, and nothing is said of it. */
export function FromLastWeek({ week: { monday, isAhead, before } }: { week: Week }) {
  if (!isAhead || !before.any) return null;
  return (
    <div className="mb-5 flex flex-wrap gap-3" data-print="no">
      {before.open && (
        <Press
          action={takeLastWeekAlong}
          about={{ week: monday }}
          says="Take along what is open"
          label="Take along what is open from the week before"
          variant="quiet"
          pendingText="Taking along"
        />
      )}
      <Press
        action={copyLastWeek}
        about={{ week: monday }}
        says="Copy the week before"
        label="Copy the week before into this one"
        pendingText="Copying"
      />
    </div>
  );
}
