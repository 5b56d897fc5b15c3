import { notFound } from "next/navigation";
import { BlockForm } from "@/components/blocks/block-form";
import { sayBeside } from "@/components/circles/role-words";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { findPerson } from "@/lib/memberships/queries";
import { read } from "@/lib/viewer";

export default page(
  "Somebody in your circle",
  async ({ params }: PageProps<"/circles/[circleId]/people/[seat]">) => {
    const { circleId, seat } = await params;
    const person = await read(async (viewer) => {
      const person = await findPerson(viewer, circleId, Number(seat));
      return person && !person.isMe ? person : notFound();
    });
    const role = sayBeside({ ...person, isResting: false });
    const holds = Object.values(person.may).some(Boolean);
    return (
      <>
        <PageHeader
          title={<Name>{person.alias}</Name>}
          sub={`In ${person.circleName} since ${person.since}${role && `, ${role}`}.`}
          back={{ href: `/circles/${circleId}`, label: person.circleName }}
        />
        {holds && (
          <p>
            <TextLink href={`/circles/${circleId}/care/people/${person.seat}`}>Role and seat</TextLink>
          </p>
        )}
        <Section title={`Block ${person.alias}`}>
          <BlockForm circleId={circleId} alias={person.alias} />
        </Section>
        <Section title="Tell the moderators">
          <p className="mb-4 max-w-words">
            If something is wrong with how they are called, or with what they do here, the moderators of this
            place can look at it. Nobody in the circle learns that you told them.
          </p>
          <ButtonLink href={`/report/person/${circleId}/${person.mark}`}>Report {person.alias}</ButtonLink>
        </Section>
      </>
    );
  },
);
