import { CircleList } from "@/components/circles/circle-list";
import { LandedNotice } from "@/components/landings/landed-notice";
import { MyLandings } from "@/components/landings/my-landings";
import { page } from "@/components/layout/page";
import { LeftLine } from "@/components/reports/left-circles";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listCircles } from "@/lib/circles/queries";
import { hasRoomForCircle } from "@/lib/circles/rules";
import { listMyLandings } from "@/lib/landings/queries";
import { listJoined } from "@/lib/merges/joined";
import { hasLeft } from "@/lib/reports/where-i-sat";
import { read } from "@/lib/viewer";

export default page("Circles", async ({ searchParams }: PageProps<"/circles">) => {
  const { landed } = await searchParams;
  const { circles, landings, joined, left } = await read(async (viewer) => {
    const circles = await listCircles(viewer);
    const joined = circles.some(({ cameLately }) => cameLately) ? await listJoined(viewer) : [];
    return {
      circles,
      landings: await listMyLandings(viewer),
      joined,
      left: await hasLeft(viewer, joined),
    };
  });
  if (circles.length === 0) {
    return (
      <>
        <PageHeader title="Circles" sub="A few people who get it, and a place to be heard." />
        {landed === "1" && <LandedNotice />}
        <div className="mt-8">
          <EmptyState
            title="You are in no circle yet"
            icon="users"
            action={
              <div className="flex flex-wrap gap-3">
                <ButtonLink href="/circles/find" variant="primary">
                  Find me a circle
                </ButtonLink>
                <ButtonLink href="/circles/open">See open circles</ButtonLink>
                <ButtonLink href="/circles/new">Open a circle</ButtonLink>
              </div>
            }
          >
            A circle is four to eight people who meet once or twice a week, live or in writing. We find you
            one, somebody invites you by a link, or you open one and invite them.
          </EmptyState>
        </div>
        {landings.length > 0 && <MyLandings landings={landings} />}
        {left && <LeftLine />}
      </>
    );
  }
  return (
    <>
      <PageHeader title="Circles" sub="What is said in a circle stays in it." />
      {landed === "1" && <LandedNotice />}
      <CircleList circles={circles} joined={joined} />
      {hasRoomForCircle(circles.length) ? (
        <p className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href="/circles/new" icon="plus">
            Open a circle
          </ButtonLink>
          <ButtonLink href="/circles/find">Find me a circle</ButtonLink>
          <ButtonLink href="/circles/open">See open circles</ButtonLink>
        </p>
      ) : (
        <p className="mt-8 text-muted">
          You are in three circles, which is as many as one person can be there for.
        </p>
      )}
      {landings.length > 0 && <MyLandings landings={landings} />}
      {left && <LeftLine />}
    </>
  );
});
