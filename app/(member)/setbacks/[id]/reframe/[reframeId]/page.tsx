import { notFound } from "next/navigation";
import { KeptWords } from "@/components/drafts/kept-words";
import { Press } from "@/components/forms/press";
import { page } from "@/components/layout/page";
import { LookForm } from "@/components/reframes/look-form";
import { ReframeSheet } from "@/components/reframes/reframe-sheet";
import { Fold } from "@/components/ui/fold";
import { PageHeader } from "@/components/ui/page-header";
import { saveDraft } from "@/lib/drafts/actions";
import { findKeptWords } from "@/lib/drafts/queries";
import { takeOutReframe } from "@/lib/reframes/actions";
import { findReframe } from "@/lib/reframes/queries";
import { lookDraftKey } from "@/lib/reframes/schema";
import { read } from "@/lib/viewer";

export default page(
  "A thought, looked at again",
  async ({ params }: PageProps<"/setbacks/[id]/reframe/[reframeId]">) => {
    const { id, reframeId } = await params;
    const key = lookDraftKey(reframeId);
    const { reframe, draft } = await read(async (viewer) => ({
      reframe: (await findReframe(viewer, id, reframeId)) ?? notFound(),
      draft: await findKeptWords(viewer, key),
    }));
    const form = (
      <>
        {draft && <KeptWords draftKey={key} />}
        <LookForm
          reframe={reframe}
          start={draft?.values ?? null}
          draft={{ key, action: saveDraft, ...(draft && { savedAt: draft.savedAt, typedAt: draft.typedAt }) }}
        />
      </>
    );
    return (
      <>
        <PageHeader
          title="A thought, looked at again"
          sub="Leave open whatever you like. It is kept, and you can go on another day."
          back={{ href: `/setbacks/${reframe.setbackId}`, label: "Back to the setback" }}
        />
        {reframe.fairer ? (
          <>
            <ReframeSheet reframe={reframe} />
            <div className="mt-9" data-print="no">
              <Fold summary="Change it" open={draft !== null}>
                {form}
              </Fold>
            </div>
          </>
        ) : (
          form
        )}
        <div className="mt-9 flex flex-wrap gap-x-4" data-print="no">
          <Press
            action={takeOutReframe}
            about={{ reframeId: reframe.id }}
            says="Take this out"
            label="Take this out"
            icon="trash-2"
            pendingText="Taking it out"
          />
        </div>
      </>
    );
  },
);
