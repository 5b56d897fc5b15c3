import { notFound } from "next/navigation";
import { Agreements } from "@/components/circles/agreements";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
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
      {circle.canLookAfter && (
        <p className="mt-8">
          <ButtonLink href={`/circles/${circle.id}/care/agreements`}>Change the agreements</ButtonLink>
        </p>
      )}
    </>
  );
});
