import { notFound } from "next/navigation";
import { RoleForms } from "@/components/circles/role-forms";
import { page } from "@/components/layout/page";
import { Name } from "@/components/ui/name";
import { PageHeader } from "@/components/ui/page-header";
import { findNeighbour } from "@/lib/memberships/queries";
import { read } from "@/lib/viewer";

export default page(
  "Role and seat",
  async ({ params }: PageProps<"/circles/[circleId]/care/people/[seat]">) => {
    const { circleId, seat } = await params;
    const person = await read(
      async (viewer) => (await findNeighbour(viewer, circleId, Number(seat))) ?? notFound(),
    );
    return (
      <>
        <PageHeader
          title={
            person.isMe ? (
              "Your role"
            ) : (
              <>
                <Name>{person.alias}</Name>'s role and seat
              </>
            )
          }
          sub={`In ${person.circleName}.`}
          back={{ href: `/circles/${circleId}/care`, label: "Look after this circle" }}
        />
        <RoleForms circleId={circleId} person={person} />
      </>
    );
  },
);
