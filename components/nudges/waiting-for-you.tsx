import { NudgeList } from "@/components/nudges/nudge-list";
import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { NudgeLine } from "@/lib/nudges/line-of";

/** What others could use the viewer for, on Today. Nothing at all where nothing waits. */
export function WaitingForYou({ lines, hasMore }: { lines: NudgeLine[]; hasMore: boolean }) {
  if (lines.length === 0) return null;
  return (
    <Section title="Waiting for you">
      <NudgeList lines={lines} />
      {hasMore && (
        <p className="mt-3 text-sm">
          <TextLink href="/nudges">Everything that waits</TextLink>
        </p>
      )}
    </Section>
  );
}
