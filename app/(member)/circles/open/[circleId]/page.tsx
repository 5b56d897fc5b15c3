import { notFound } from "next/navigation";
import { Agreements } from "@/components/circles/agreements";
import { page } from "@/components/layout/page";
import { saySeats } from "@/components/listings/open-circle-list";
import { ReportLink } from "@/components/reports/report-link";
import { AskForm } from "@/components/seat-asks/ask-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { mintedId } from "@/lib/form-fields";
import { freshId } from "@/lib/ids";
import { findOpenCircle } from "@/lib/listings/queries";
import { paceWords } from "@/lib/matching/words";
import { askDraftKey } from "@/lib/seat-asks/schema";
import { read } from "@/lib/viewer";

export default page("An open circle", async ({ params }: PageProps<"/circles/open/[circleId]">) => {
  const { circleId } = await params;
  const { circle, draft, name } = await read(async (viewer) => ({
    circle: (await findOpenCircle(viewer, circleId)) ?? notFound(),
    draft: await findKeptWords(viewer, askDraftKey(circleId)),
    name: viewer.name,
  }));
  const kept = mintedId.safeParse(draft?.values.id?.[0]);
  return (
    <>
      <PageHeader
        title={circle.words}
        sub={`${circle.language}. ${circle.meets}. ${paceWords[circle.pace]}. ${saySeats(circle.free)}.`}
        back={{ href: "/circles/open", label: "Open circles" }}
      />
      <Card>
        <h2 className="mb-2 font-semibold text-muted text-sm">What this circle agreed on</h2>
        <Agreements text={circle.agreements} />
      </Card>
      <ReportLink about="listing" circleId={circle.id} thing={circle.id} of="this circle" />
      <AskForm id={kept.data ?? freshId()} circleId={circle.id} name={name} draft={draft} />
    </>
  );
});
