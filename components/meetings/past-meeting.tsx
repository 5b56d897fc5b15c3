import { CommitmentsSaid } from "@/components/meetings/commitments-said";
import { WrittenMeetingView } from "@/components/meetings/written-meeting";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import type { CircleThere, MeetingThere } from "@/lib/meetings/queries";
import { sayNames } from "@/lib/meetings/say";

/** A meeting that is over: who was there, what each will do, what was agreed, the notes, what was written. */
export function PastMeeting({ circle, meeting }: { circle: CircleThere; meeting: MeetingThere }) {
  const { written } = meeting;
  const names = (people: MeetingThere["people"]) =>
    sayNames(people.map((person) => (person.isMe ? "you" : person.alias)));
  const adopted = meeting.people.filter((person) => person.adopted);
  return (
    <>
      {meeting.isOpen && (
        <Notice icon="users" action={<ButtonLink href={`/circles/${circle.id}/meeting`}>Join in</ButtonLink>}>
          This meeting is going on.
        </Notice>
      )}
      {meeting.kind === "live" && (
        <p className="max-w-words text-muted">
          {sentence(names(meeting.people.filter((person) => person.isHere)), "were there.")}
        </p>
      )}
      {adopted.length > 0 && (
        <Section title="What was agreed">
          <p className="max-w-words">
            {sentence(names(adopted), "agreed to")}{" "}
            <TextLink href={`/circles/${circle.id}/agreements`}>what the circle agrees on</TextLink>.
          </p>
        </Section>
      )}
      {meeting.commitments.length > 0 && (
        <Section title="What each will do">
          <CommitmentsSaid said={meeting.commitments} />
        </Section>
      )}
      <Section title="Notes">
        <Notes circle={circle} meeting={meeting} />
      </Section>
      {written && <WrittenMeetingView circle={circle} meeting={{ ...meeting, written }} drafts={{}} />}
    </>
  );
}

const sentence = (names: string, rest: string): string =>
  `${names.charAt(0).toLocaleUpperCase("en")}${names.slice(1)} ${rest}`;

function Notes({ circle, meeting }: { circle: CircleThere; meeting: MeetingThere }) {
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
      <p className="text-muted">No notes were shared.</p>
      {meeting.canShareNotes && (
        <ButtonLink href={`/circles/${circle.id}/meetings/${meeting.id}/notes`}>
          {meeting.kind === "writing" ? "Sum it up for the circle" : "Write notes for the circle"}
        </ButtonLink>
      )}
    </div>
  );
}
