import { notFound } from "next/navigation";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { SetbackForm } from "@/components/setbacks/setback-form";
import { PageHeader } from "@/components/ui/page-header";
import { addDays } from "@/lib/dates";
import { saveDraft } from "@/lib/drafts/actions";
import { findKeptWords } from "@/lib/drafts/queries";
import { changeSetback } from "@/lib/setbacks/actions";
import { findSetback, listSuggestions } from "@/lib/setbacks/queries";
import { setbackDraftKey, startOf } from "@/lib/setbacks/schema";
import { read } from "@/lib/viewer";

export default page("Edit a setback", async ({ params }: PageProps<"/setbacks/[id]/edit">) => {
  const { id } = await params;
  const draftKey = setbackDraftKey(id);
  const { setback, draft, suggestions, today } = await read(async (viewer) => ({
    setback: (await findSetback(viewer, id)) ?? notFound(),
    draft: await findKeptWords(viewer, draftKey),
    suggestions: await listSuggestions(viewer),
    today: viewer.today,
  }));
  const known = setback.feelings.map((feeling) => feeling.word);
  const words = [...new Set([...suggestions.feelings, ...known])];
  return (
    <>
      <PageHeader
        title="Edit"
        sub={setback.title}
        back={{ href: `/setbacks/${setback.id}`, label: "Back to the setback" }}
      />
      {draft && <KeptWords draftKey={draftKey} />}
      <SetbackForm
        action={changeSetback}
        name={{ field: "setbackId", id: setback.id }}
        start={draft?.values ?? startOf(setback)}
        suggestions={{ ...suggestions, feelings: words }}
        latestDay={addDays(today, 1)}
        draft={{
          key: draftKey,
          action: saveDraft,
          ...(draft && { savedAt: draft.savedAt, typedAt: draft.typedAt }),
        }}
      />
    </>
  );
});
