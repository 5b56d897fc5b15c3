import { notFound } from "next/navigation";
import { AskToLeaveForm } from "@/components/circles/ask-to-leave-form";
import { page } from "@/components/layout/page";
import { Name } from "@/components/ui/name";
import { PageHeader } from "@/components/ui/page-header";
import { findNeighbour } from "@/lib/memberships/queries";
import { read } from "@/lib/viewer";

export default page(
  "Ask somebody to leave",
  async ({ params }: PageProps<"/circles/[circleId]/care/people/[seat]/ask-to-leave">) => {
    const { circleId, seat } = await params;
    const person = await read(async (viewer) => {
      const person = await findNeighbour(viewer, circleId, Number(seat));
      return person?.may.askToLeave ? person : notFound();
    });
    return (
      <>
        <PageHeader
          title={
            <>
              Ask <Name>{person.alias}</Name> to leave?
            </>
          }
          sub="Sometimes it is right for the circle. A word between you first often helps."
          back={{
            href: `/circles/${circleId}/care/people/${person.seat}`,
            label: `${person.alias}'s role and seat`,
          }}
        />
        <AskToLeaveForm circleId={circleId} alias={person.alias} />
      </>
    );
  },
);
