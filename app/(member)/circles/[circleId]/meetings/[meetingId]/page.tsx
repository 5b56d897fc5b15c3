import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { PastMeeting } from "@/components/meetings/past-meeting";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { listDrafts } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { draftKeysOf } from "@/lib/meetings/drafts";
import { findMeeting } from "@/lib/meetings/queries";
import { read } from "@/lib/viewer";

export default page(
  "A meeting",
  async ({ params }: PageProps<"/circles/[circleId]/meetings/[meetingId]">) => {
    const { circleId, meetingId } = await params;
    const { circle, meeting, drafts } = await read(async (viewer) => {
      const found = (await findMeeting(viewer, circleId, meetingId)) ?? notFound();
      return { ...found, drafts: await listDrafts(viewer, draftKeysOf(found.meeting)) };
    });
    return (
      <>
        <PageHeader
          title={
            meeting.agenda === "first"
              ? "Our first meeting"
              : meeting.kind === "writing"
                ? "A meeting in writing"
                : "A meeting"
          }
          sub={<Time moment={{ ...meeting.opened, said: meeting.opened.exact }} />}
          back={{ href: `/circles/${circle.id}/meeting`, label: "Meetings" }}
        />
        <PastMeeting circle={circle} meeting={meeting} drafts={drafts} newId={freshId()} />
      </>
    );
  },
);
