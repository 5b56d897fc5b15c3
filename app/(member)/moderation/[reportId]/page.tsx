import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { AppealSection } from "@/components/moderation/appeal-section";
import { CaseView } from "@/components/moderation/case-view";
import { DecideForm } from "@/components/moderation/decide-form";
import { draftOf } from "@/components/posts/draft-of";
import { PageHeader } from "@/components/ui/page-header";
import { findDraft } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { openCase } from "@/lib/moderation/queries";
import { decideDraftKey } from "@/lib/moderation/schema";
import { aboutWords, reasonWords } from "@/lib/reports/rules";
import { read } from "@/lib/viewer";

export default page("A report", async ({ params }: PageProps<"/moderation/[reportId]">) => {
  const { reportId } = await params;
  const key = decideDraftKey(reportId);
  const { it, draft } = await read(
    async (viewer) => ({
      it: (await openCase(viewer, reportId)) ?? notFound(),
      draft: (await findDraft(viewer, key)) ?? undefined,
    }),
    { notesLook: true },
  );
  return (
    <>
      <PageHeader
        title={reasonWords[it.reason]}
        sub={`About ${aboutWords[it.about]}, ${it.made.said}.`}
        back={{ href: "/moderation", label: "Moderation" }}
      />
      <CaseView it={it} />
      {!it.isDecided && <DecideForm id={freshId()} it={it} draft={draftOf(key, draft)} />}
      {it.decisions.map((decision) => (
        <AppealSection key={decision.id} decision={decision} />
      ))}
    </>
  );
});
