import { notFound } from "next/navigation";
import { DescribeForm } from "@/components/circles/describe-form";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { findDescription } from "@/lib/circles/queries";
import { findKeptWords } from "@/lib/drafts/queries";
import { read } from "@/lib/viewer";

export default page(
  "How the circle is described",
  async ({ params }: PageProps<"/circles/[circleId]/care/description">) => {
    const { circleId } = await params;
    const { circle, draft } = await read(async (viewer) => {
      const circle = await findDescription(viewer, circleId);
      if (!circle?.canLookAfter) notFound();
      return { circle, draft: await findKeptWords(viewer, `circle:${circle.id}`) };
    });
    return (
      <>
        <PageHeader
          title="How the circle is described"
          sub="Its people see this, and whoever you invite; the video link only its people."
          back={{ href: `/circles/${circle.id}/care`, label: "Look after this circle" }}
        />
        {draft && <KeptWords draftKey={`circle:${circle.id}`} />}
        <DescribeForm circle={circle} draft={draft} />
      </>
    );
  },
);
