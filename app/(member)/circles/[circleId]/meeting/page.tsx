import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { EarlierMeetings } from "@/components/meetings/earlier-meetings";
import { LiveMeetingView } from "@/components/meetings/live-meeting";
import { OpenMeeting } from "@/components/meetings/open-meeting";
import { WrittenMeetingView } from "@/components/meetings/written-meeting";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { sayWeekly } from "@/lib/circles/say-meetings";
import { listDrafts } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { notesDraftKey, notesPreviewDraftKey } from "@/lib/meeting-notes/schema";
import { findMeetingPlace } from "@/lib/meetings/queries";
import { commitmentDraftKey } from "@/lib/meetings/schema";
import { read } from "@/lib/viewer";
import { turnDraftKey } from "@/lib/written-turns/schema";

export default page("Meeting", async ({ params, searchParams }: PageProps<"/circles/[circleId]/meeting">) => {
  const { circleId } = await params;
  const { write } = await searchParams;
  const { place, drafts } = await read(async (viewer) => {
    const place = (await findMeetingPlace(viewer, circleId)) ?? notFound();
    const { meeting } = place;
    const keys = meeting
      ? [
          notesDraftKey(meeting.id),
          notesPreviewDraftKey(meeting.id),
          commitmentDraftKey(meeting.id),
          ...(meeting.written?.steps ?? []).map(({ key }) => turnDraftKey(key, meeting.id)),
        ]
      : [];
    return { place, drafts: keys.length > 0 ? await listDrafts(viewer, keys) : {} };
  });
  const { circle, meeting } = place;
  return (
    <>
      <PageHeader
        title={
          meeting?.agenda === "first"
            ? "Your first meeting"
            : meeting?.written
              ? "Meeting in writing"
              : "Meeting"
        }
        back={{ href: `/circles/${circle.id}`, label: circle.name }}
      />
      {meeting?.live && (
        <LiveMeetingView
          circle={circle}
          meeting={{ ...meeting, live: meeting.live }}
          drafts={{
            notes: drafts[notesDraftKey(meeting.id)] ?? drafts[notesPreviewDraftKey(meeting.id)],
            commitment: drafts[commitmentDraftKey(meeting.id)],
          }}
          newId={freshId()}
        />
      )}
      {meeting?.written && (
        <WrittenMeetingView
          circle={circle}
          meeting={{ ...meeting, written: meeting.written }}
          drafts={drafts}
          at={typeof write === "string" ? write : undefined}
        />
      )}
      {!meeting && (
        <>
          {place.justEnded && (
            <Notice
              icon="check"
              title="Your meeting has ended"
              live
              action={
                <ButtonLink href={`/circles/${circle.id}/meetings/${place.justEnded}`}>
                  What was agreed, and the notes
                </ButtonLink>
              }
            >
              Thank you for being there.
            </Notice>
          )}
          {place.canOpen ? (
            <OpenMeeting id={freshId()} place={place} />
          ) : (
            <div className="mt-8">
              <EmptyState title="No meeting is open" icon="users">
                Your circle meets on {sayWeekly(circle)}, by its own clock. On{" "}
                {circle.secondMeetingDay === null ? "that day" : "those days"} anybody can open the meeting
                here, and everybody follows on their own screen.
              </EmptyState>
            </div>
          )}
          <EarlierMeetings circleId={circle.id} earlier={place.earlier} />
        </>
      )}
    </>
  );
});
