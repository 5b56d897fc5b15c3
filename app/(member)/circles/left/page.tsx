import { page } from "@/components/layout/page";
import { LeftCircles } from "@/components/reports/left-circles";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listLeft } from "@/lib/reports/where-i-sat";
import { read } from "@/lib/viewer";

export default page("Circles you left", async () => {
  const circles = await read(listLeft);
  return (
    <>
      <PageHeader
        title="Circles you left"
        sub="What was said there you do not see any more. For thirty days you can still tell the moderators of it; nobody in the circle learns that you did."
        back={{ href: "/circles", label: "Circles" }}
      />
      {circles.length === 0 ? (
        <EmptyState title="You left no circle in the last thirty days" icon="users" />
      ) : (
        <LeftCircles circles={circles} />
      )}
    </>
  );
});
