import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { SetbackForm } from "@/components/setbacks/setback-form";
import { PageHeader } from "@/components/ui/page-header";
import { addDays } from "@/lib/dates";
import { saveDraft } from "@/lib/drafts/actions";
import { findKeptWords } from "@/lib/drafts/queries";
import { mintedId } from "@/lib/form-fields";
import { freshId } from "@/lib/ids";
import { saveSetback } from "@/lib/setbacks/actions";
import { listSuggestions } from "@/lib/setbacks/queries";
import { read } from "@/lib/viewer";

const draftKey = "setback";

export default page("Log a setback", async () => {
  const { draft, suggestions, today } = await read(async (viewer) => ({
    draft: await findKeptWords(viewer, draftKey),
    suggestions: await listSuggestions(viewer),
    today: viewer.today,
  }));
  // A draft keeps the id that its form was given, so that a second press finds the first.
  const kept = mintedId.safeParse(draft?.values.id?.[0]);
  return (
    <>
      <PageHeader title="Log a setback" sub="Write it down and set it aside." />
      {draft && <KeptWords draftKey={draftKey} />}
      <SetbackForm
        action={saveSetback}
        name={{ field: "id", id: kept.data ?? freshId() }}
        start={draft?.values ?? { day: [today] }}
        suggestions={suggestions}
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
