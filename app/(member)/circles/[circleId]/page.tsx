import { notFound, redirect } from "next/navigation";
import { BackAgain } from "@/components/absences/back-again";
import { VerifyNotice } from "@/components/accounts/verify-notice";
import { CircleFoot } from "@/components/circles/circle-foot";
import { FirstSteps } from "@/components/circles/first-steps";
import { PeopleRow } from "@/components/circles/people-row";
import { SecondDay } from "@/components/circles/second-day";
import { ThisWeek } from "@/components/circles/this-week";
import { page } from "@/components/layout/page";
import { JoinedLines } from "@/components/merges/joined-lines";
import { WaitingLine } from "@/components/nudges/waiting-line";
import { PostFeed } from "@/components/posts/post-feed";
import { PageHeader } from "@/components/ui/page-header";
import { findCircle } from "@/lib/circles/queries";
import { listDrafts } from "@/lib/drafts/queries";
import { listJoined } from "@/lib/merges/joined";
import { draftKeysOf } from "@/lib/posts/draft-keys";
import { listPosts } from "@/lib/posts/queries";
import { read } from "@/lib/viewer";

// The circle's own name stays out of tabs, histories and screens that are shared.
export default page("Circle", async ({ params, searchParams }: PageProps<"/circles/[circleId]">) => {
  const { circleId } = await params;
  const { before } = await searchParams;
  const { circle, feed, drafts, joined, verifiedAt } = await read(async (viewer) => {
    const circle = await findCircle(viewer, circleId);
    const joined = !circle || circle.cameLately ? await listJoined(viewer) : [];
    // A bookmark of a circle that joined another one leads to where it went.
    if (!circle && joined.some(({ id }) => id === circleId)) redirect(`/circles/${circleId}/merge`);
    if (!circle) notFound();
    const feed = await listPosts(viewer, circleId, typeof before === "string" ? before : undefined);
    const drafts = await listDrafts(viewer, draftKeysOf(circleId, feed));
    return {
      circle,
      feed,
      drafts,
      joined: joined.filter(({ intoId }) => intoId === circle.id),
      verifiedAt: viewer.verifiedAt,
    };
  });
  return (
    <>
      <PageHeader
        title={circle.name}
        sub={`${circle.purpose} ${circle.meeting.weekly}${circle.meeting.forMe ? `, ${circle.meeting.zone} time` : ""}.`}
      />
      <PeopleRow circleId={circle.id} people={circle.people} />
      {circle.takesBreak && <BackAgain circleId={circle.id} />}
      {circle.waits > 0 && <WaitingLine waits={circle.waits} />}
      <ThisWeek circle={circle} />
      <SecondDay circle={circle} />
      <JoinedLines joined={joined} />
      <FirstSteps circle={circle} />
      {!verifiedAt && (
        <div className="mt-4">
          <VerifyNotice verifiedAt={verifiedAt} />
        </div>
      )}
      <PostFeed circleId={circle.id} feed={feed} drafts={drafts} />
      <CircleFoot circle={circle} />
    </>
  );
});
