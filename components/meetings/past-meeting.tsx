import { CommitmentsSaid } from "@/components/meetings/commitments-said";
import { HalfSaid } from "@/components/meetings/half-said";
import { WrittenMeetingView } from "@/components/meetings/written-meeting";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import type { Draft } from "@/lib/drafts/queries";
import { notesDraftKey, notesPreviewDraftKey } from "@/lib/meeting-notes/schema";
import type { Face } from "@/lib/meetings/people";
import type { CircleThere, WholeMeeting } from "@/lib/meetings/queries";
import { sayNames } from "@/lib/meetings/say";

/** A meeting that is over: who was there, what each will do, what was agreed, the notes, what was written. */
export function PastMeeting({
  circle,
  meeting,
  drafts,
  newId,
}: {
  circle: CircleThere;
  meeting: WholeMeeting;
  drafts: Record<string, Draft>;
  newId: string;
}) {
  const { written, came } = meeting;
  const names = (people: Face[]) => sayNames(people.map((person) => (person.isMe ? "you" : person.alias)));
  const adopted = meeting.people.filter((person) => person.adopted);
  return (
    <>
      {meeting.isOpen && (
        <Notice icon="users" action={<ButtonLink href={`/circles/${circle.id}/meeting`}>Join in</ButtonLink>}>
          This meeting is going on.
        </Notice>
      )}
      {meeting.kind === "live" && came.length > 0 && (
        <p className="max-w-words text-muted">
          {sentence(names(came), came.length === 1 && !came[0]?.isMe ? "was there." : "were there.")}
        </p>
      )}
      {!meeting.isOpen && <HalfSaid meeting={meeting} drafts={drafts} newId={newId} />}
      {adopted.length > 0 && (
        <Section title="What was agreed">
          <p className="max-w-words">
            {sentence(names(adopted), "agreed to")}{" "}
            <TextLink href={`/circles/${circle.id}/agreements`}>what the circle agrees on</TextLink>.
          </p>
        </Section>
      )}
      {meeting.kind === "live" && meeting.commitments.length > 0 && (
        <Section title="What each will do">
          <CommitmentsSaid said={meeting.commitments} />
        </Section>
      )}
      <Section title="Notes">
        <Notes circle={circle} meeting={meeting} isBegun={hasBegunNotes(meeting, drafts)} />
      </Section>
      {written && (
        <WrittenMeetingView circle={circle} meeting={{ ...meeting, written }} drafts={{}} newId={newId} />
      )}
    </>
  );
}

const sentence = (names: string, rest: string): string =>
  `${names.charAt(0).toLocaleUpperCase("en")}${names.slice(1)} ${rest}`;

/** Whether its viewer began to write notes that are not shared. */
const hasBegunNotes = ({ id }: WholeMeeting, drafts: Record<string, Draft>): boolean =>
  [notesDraftKey(id), notesPreviewDraftKey(id)].some((key) => drafts[key]?.values.body?.[0]);

function Notes({
  circle,
  meeting,
  isBegun,
}: {
  circle: CircleThere;
  meeting: WholeMeeting;
  isBegun: boolean;
}) {
  const { notes } = meeting;
  if (notes)
    return (
      <>
        <Prose words={wordsToDraw(notes.body)} className="max-w-words" />
        <p className="mt-2 text-muted text-sm">
          {notes.alias && (
            <>
              Written by <Name>{notes.alias}</Name>.{" "}
            </>
          )}
          <TextLink href={`/circles/${circle.id}/posts/${notes.id}`}>See it among the posts</TextLink>
        </p>
      </>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <p className="text-muted">
        {isBegun ? "Your notes are kept, and yours alone until you share them." : "No notes were shared."}
      </p>
      {meeting.canShareNotes && (
        <ButtonLink href={`/circles/${circle.id}/meetings/${meeting.id}/notes`}>
          {isBegun
            ? "Go on with your notes"
            : meeting.kind === "writing"
              ? "Sum it up for the circle"
              : "Write notes for the circle"}
        </ButtonLink>
      )}
    </div>
  );
}
