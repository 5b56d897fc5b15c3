import { notFound } from "next/navigation";
import { AgreementsForm } from "@/components/circles/agreements-form";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { findDescription } from "@/lib/circles/queries";
import { findKeptWords } from "@/lib/drafts/queries";
import { read } from "@/lib/viewer";

export default page(
  "Change the agreements",
  async ({ params }: PageProps<"/circles/[circleId]/care/agreements">) => {
    const { circleId } = await params;
    const { circle, draft } = await read(async (viewer) => {
      const circle = await findDescription(viewer, circleId);
      if (!circle?.canLookAfter) notFound();
      return { circle, draft: await findKeptWords(viewer, `agreements:${circle.id}`) };
    });
    return (
      <>
        <PageHeader
          title="Change the agreements"
          sub="Talk about it with the circle first: these are everybody's words."
          back={{ href: `/circles/${circle.id}/agreements`, label: "What we agreed" }}
        />
        {draft && <KeptWords draftKey={`agreements:${circle.id}`} />}
        <AgreementsForm circle={circle} draft={draft} />
      </>
    );
  },
);
