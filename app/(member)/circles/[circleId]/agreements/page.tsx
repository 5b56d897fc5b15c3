import { notFound } from "next/navigation";
import { Agreements } from "@/components/circles/agreements";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { findDescription } from "@/lib/circles/queries";
import { read } from "@/lib/viewer";

export default page("What we agreed", async ({ params }: PageProps<"/circles/[circleId]/agreements">) => {
  const { circleId } = await params;
  const circle = await read(async (viewer) => (await findDescription(viewer, circleId)) ?? notFound());
  return (
    <>
      <PageHeader
        title="What we agreed"
        sub="Whoever joins says yes to it as it stands then. Those who look after the circle can change it later."
        back={{ href: `/circles/${circle.id}`, label: circle.name }}
      />
      <div className="mt-8">
        <Agreements text={circle.agreements} />
      </div>
      <p className="mt-8 max-w-words text-muted">
        If this circle is not what it says, or is used to harm somebody, you can{" "}
        <TextLink href={`/report/circle/${circle.id}/${circle.id}`}>tell the moderators</TextLink>. Nobody
        here learns of it.
      </p>
      {circle.canLookAfter && (
        <p className="mt-8">
          <ButtonLink href={`/circles/${circle.id}/care/agreements`}>Change the agreements</ButtonLink>
        </p>
      )}
    </>
  );
});
