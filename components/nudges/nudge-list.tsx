import { Press } from "@/components/forms/press";
import { TextLink } from "@/components/ui/link";
import { putAway } from "@/lib/nudges/actions";
import type { NudgeLine } from "@/lib/nudges/line-of";

/** What waits: a sentence each that leads there, and a press that puts it away. */
export function NudgeList({ lines }: { lines: NudgeLine[] }) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {lines.map(({ kind, aboutId, says, to, circle }, at) => (
        <li key={`${kind} ${aboutId}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
          <p className="min-w-0 flex-1 basis-64">
            <TextLink href={to}>{says}</TextLink>
            {circle && <span className="block text-muted text-sm">{circle}</span>}
          </p>
          <Press
            action={putAway}
            about={{ kind, aboutId }}
            says="Put away"
            label={`Put away, ${at + 1} of ${lines.length}: ${says}`}
            pendingText="Putting away"
          />
        </li>
      ))}
    </ul>
  );
}
