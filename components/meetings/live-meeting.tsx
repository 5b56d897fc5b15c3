import { AgendaList } from "@/components/meetings/agenda-list";
import { FollowMeeting } from "@/components/meetings/follow-meeting";
import { MeetingPress } from "@/components/meetings/meeting-press";
import { NotesForm } from "@/components/meetings/notes-form";
import { PeopleThere } from "@/components/meetings/people-there";
import { StepCard } from "@/components/meetings/step-card";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { Draft } from "@/lib/drafts/queries";
import { comeToMeeting } from "@/lib/meetings/actions";
import type { LiveMeeting } from "@/lib/meetings/meeting-there";
import type { CircleThere } from "@/lib/meetings/queries";

/** The meeting that goes on, as each who is there has it on their own screen. */
export function LiveMeetingView({
  circle,
  meeting,
  drafts,
  newId,
}: {
  circle: CircleThere;
  meeting: LiveMeeting;
  drafts: { notes: Draft | undefined; commitment: Draft | undefined };
  newId: string;
}) {
  const { live } = meeting;
  return (
    <>
      <div className="-mt-4 mb-5 flex flex-wrap items-center gap-x-4 gap-y-2">
        {circle.videoLink && (
          <a href={circle.videoLink} target="_blank" rel="noopener noreferrer" className={buttonClass({})}>
            <Icon name="video" />
            Join by video
          </a>
        )}
        <FollowMeeting circleId={circle.id} tag={meeting.tag} />
        <noscript>
          <a href={`/circles/${circle.id}/meeting`} className="link">
            Look again
          </a>
        </noscript>
      </div>
      {!meeting.amHere && (
        <div className="mb-5">
          <Notice
            title="You are not in the round yet"
            action={
              <MeetingPress
                action={comeToMeeting}
                meeting={meeting}
                about={{ as: "here" }}
                says="I am here"
                variant="primary"
              />
            }
          >
            You can follow all the same.
          </Notice>
        </div>
      )}
      <StepCard circle={circle} meeting={meeting} draft={drafts.commitment} newId={newId} />
      <div className="grid gap-x-10 md:grid-cols-2">
        <Section title="Agenda">
          <AgendaList steps={live.steps} at={live.at} />
        </Section>
        <Section title="In the round">
          <PeopleThere meeting={meeting} />
        </Section>
      </div>
      <Section title="Notes">
        <NotesForm meeting={meeting} draft={drafts.notes} />
      </Section>
    </>
  );
}
