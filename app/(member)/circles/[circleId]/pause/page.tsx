import { notFound } from "next/navigation";
import { OwnBreak } from "@/components/absences/own-break";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { findOwnSeat } from "@/lib/absences/queries";
import { read } from "@/lib/viewer";

export default page("Taking a break", async ({ params }: PageProps<"/circles/[circleId]/pause">) => {
  const { circleId } = await params;
  const seat = await read(async (viewer) => (await findOwnSeat(viewer, circleId)) ?? notFound());
  return (
    <>
      <PageHeader
        title="Taking a break"
        sub="A circle holds for longer when people can step back from it. You owe nobody a reason."
        back={{ href: `/circles/${circleId}`, label: seat.circle.name }}
      />
      <OwnBreak seat={seat} />
    </>
  );
});
