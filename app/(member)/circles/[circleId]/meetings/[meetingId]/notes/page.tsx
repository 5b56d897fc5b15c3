import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { NotesPreview } from "@/components/meetings/notes-preview";
import { PageHeader } from "@/components/ui/page-header";
import { listDrafts } from "@/lib/drafts/queries";
import { findWhatToSumUp } from "@/lib/meeting-notes/queries";
import { notesDraftKey, notesPreviewDraftKey } from "@/lib/meeting-notes/schema";
import { read } from "@/lib/viewer";

export default page(
  "Notes of a meeting",
  async ({ params }: PageProps<"/circles/[circleId]/meetings/[meetingId]/notes">) => {
    const { circleId, meetingId } = await params;
    const { circle, meeting, draft, seen } = await read(async (viewer) => {
      const found = (await findWhatToSumUp(viewer, circleId, meetingId)) ?? notFound();
      const drafts = await listDrafts(viewer, [notesDraftKey(meetingId), notesPreviewDraftKey(meetingId)]);
      const seen = drafts[notesPreviewDraftKey(meetingId)]?.values.body?.[0];
      return { ...found, draft: drafts[notesDraftKey(meetingId)], seen: seen || null };
    });
    return (
      <>
        <PageHeader
          title={meeting.kind === "writing" ? "Sum up the meeting" : "Notes of the meeting"}
          sub="Your circle sees them once you share them, just as they stand here. You can take them back at any time."
          back={{
            href: meeting.isOpen
              ? `/circles/${circle.id}/meeting`
              : `/circles/${circle.id}/meetings/${meeting.id}`,
            label: "Back to the meeting",
          }}
        />
        <NotesPreview circle={circle} meeting={meeting} draft={draft} seen={seen} />
      </>
    );
  },
);
