import { notFound } from "next/navigation";
import { LeaveForm } from "@/components/circles/leave-form";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { findDescription } from "@/lib/circles/queries";
import { read } from "@/lib/viewer";

export default page("Leave this circle", async ({ params }: PageProps<"/circles/[circleId]/leave">) => {
  const { circleId } = await params;
  const circle = await read(async (viewer) => (await findDescription(viewer, circleId)) ?? notFound());
  return (
    <>
      <PageHeader
        title={`Leave ${circle.name}?`}
        sub="You owe nobody a reason. Nobody is told; your seat is simply free."
        back={{ href: `/circles/${circle.id}`, label: circle.name }}
      />
      <LeaveForm circle={circle} />
    </>
  );
});
