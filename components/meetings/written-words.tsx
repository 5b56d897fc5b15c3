import { ReportLink } from "@/components/reports/report-link";
import { Avatar } from "@/components/ui/avatar";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Prose } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import type { MeetingInWriting } from "@/lib/meetings/meeting-there";

type Words = MeetingInWriting["written"]["steps"][number]["words"];

type Props = { circleId: string; words: Words; isOpen: boolean };

/** What people wrote in a step of a meeting, in the order of turns. */
export function WrittenWords({ circleId, words, isOpen }: Props) {
  if (words.length === 0) return isOpen ? null : <p className="text-muted">Nobody wrote here this time.</p>;
  return (
    <ul className="mb-5 grid gap-5">
      {words.map((turn) => (
        <li key={turn.alias} className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-4">
          <Avatar alias={turn.alias} />
          <div className="min-w-0">
            <p>
              <Name className="font-semibold">{turn.alias}</Name>
              <span className="text-muted text-sm">
                {turn.isMe && " you"} <Time moment={turn.said} />
                {turn.isEdited && ", changed"}
              </span>
            </p>
            <Prose words={wordsToDraw(turn.body)} />
            {!turn.isMe && (
              <ReportLink
                about="turn"
                circleId={circleId}
                thing={turn.reportAs}
                of={`what ${turn.alias} wrote`}
                mayBlock
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
