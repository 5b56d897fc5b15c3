import { notFound } from "next/navigation";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { OwnPageForm } from "@/components/setbacks/own-page-form";
import { PageHeader } from "@/components/ui/page-header";
import { saveDraft } from "@/lib/drafts/actions";
import { findKeptWords } from "@/lib/drafts/queries";
import { findSetback } from "@/lib/setbacks/queries";
import { ownPageDraftKey } from "@/lib/setbacks/schema";
import { read } from "@/lib/viewer";

export default page("A page to yourself", async ({ params }: PageProps<"/setbacks/[id]/own-page">) => {
  const { id } = await params;
  const key = ownPageDraftKey(id);
  const { setback, draft } = await read(async (viewer) => ({
    setback: (await findSetback(viewer, id)) ?? notFound(),
    draft: await findKeptWords(viewer, key),
  }));
  return (
    <>
      <PageHeader
        title="A page to yourself"
        sub="Anything, in any order. Nobody else can read it, and nothing has to come of it. You can leave this for another day."
        back={{ href: `/setbacks/${setback.id}`, label: "Back to the setback" }}
      />
      {draft && <KeptWords draftKey={key} />}
      <OwnPageForm
        setbackId={setback.id}
        words={draft?.values.page?.[0] ?? setback.page ?? ""}
        draft={{ key, action: saveDraft, ...(draft && { savedAt: draft.savedAt, typedAt: draft.typedAt }) }}
      />
    </>
  );
});
