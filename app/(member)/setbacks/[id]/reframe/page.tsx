import { notFound } from "next/navigation";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { BeginForm } from "@/components/reframes/begin-form";
import { ReframeLines } from "@/components/reframes/reframe-lines";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { saveDraft } from "@/lib/drafts/actions";
import { findKeptWords } from "@/lib/drafts/queries";
import { sayFeeling } from "@/lib/feelings/rules";
import { mintedId } from "@/lib/form-fields";
import { freshId } from "@/lib/ids";
import { listReframes } from "@/lib/reframes/queries";
import { thoughtDraftKey } from "@/lib/reframes/schema";
import { findSetback, listSuggestions } from "@/lib/setbacks/queries";
import { read } from "@/lib/viewer";

export default page("Look at a thought", async ({ params }: PageProps<"/setbacks/[id]/reframe">) => {
  const { id } = await params;
  const key = thoughtDraftKey(id);
  const { setback, reframes, draft, suggestions } = await read(async (viewer) => ({
    setback: (await findSetback(viewer, id)) ?? notFound(),
    reframes: await listReframes(viewer, id),
    draft: await findKeptWords(viewer, key),
    suggestions: await listSuggestions(viewer),
  }));
  // A draft keeps the id that its form was given, so that a second press finds the first.
  const kept = mintedId.safeParse(draft?.values.id?.[0]);
  const felt = setback.feelings.map(sayFeeling);
  return (
    <>
      <PageHeader
        title="Look at a thought"
        sub="Not whether you are right to feel this way: you are. Only whether the thought is fair to you. You can leave this for another day."
        back={{ href: `/setbacks/${setback.id}`, label: "Back to the setback" }}
      />
      {draft && <KeptWords draftKey={key} />}
      <BeginForm
        id={kept.data ?? freshId()}
        setbackId={setback.id}
        start={draft?.values ?? { feeling: felt }}
        feelings={[...new Set([...setback.feelings.map(({ word }) => word), ...suggestions.feelings])]}
        draft={{ key, action: saveDraft, ...(draft && { savedAt: draft.savedAt, typedAt: draft.typedAt }) }}
      />
      {reframes.length > 0 && (
        <Section title="Looked at before">
          <ReframeLines setbackId={setback.id} reframes={reframes} />
        </Section>
      )}
    </>
  );
});
