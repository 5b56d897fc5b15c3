import { CommitmentForm } from "@/components/meetings/commitment-form";
import { KeptTurn } from "@/components/meetings/kept-turn";
import { WriteTurn, type WrittenStep } from "@/components/meetings/write-turn";
import type { Draft } from "@/lib/drafts/queries";
import type { MeetingInWriting } from "@/lib/meetings/meeting-there";
import { commitmentDraftKey } from "@/lib/meetings/schema";
import { turnDraftKey } from "@/lib/written-turns/schema";

type Props = { meeting: MeetingInWriting; step: WrittenStep; drafts: Record<string, Draft>; newId: string };

/**
 * The place for one's own words in a step of a meeting in writing. What somebody will do this week is a commitment, as in
 * a live meeting; a box for words about it is there for those who wrote in it before it was one.
 */
export function WriteHere({ meeting, step, drafts, newId }: Props) {
  const draft = drafts[turnDraftKey(step.key, meeting.id)];
  const box =
    step.mine === null ? (
      <WriteTurn meeting={meeting} step={step} draft={draft} />
    ) : (
      <KeptTurn meeting={meeting} step={step} draft={draft} />
    );
  if (step.key !== "commitments") return box;
  return (
    <>
      <CommitmentForm meeting={meeting} draft={drafts[commitmentDraftKey(meeting.id)]} newId={newId} />
      {(step.mine !== null || draft) && <div className="mt-5">{box}</div>}
    </>
  );
}
