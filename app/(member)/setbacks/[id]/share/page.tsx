import type { Route } from "next";
import { notFound } from "next/navigation";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { ChooseWhatGoes } from "@/components/shares/choose-what-goes";
import { LeftOut } from "@/components/shares/left-out";
import { SharePreview } from "@/components/shares/share-preview";
import { SharingPage } from "@/components/shares/sharing-page";
import { saveDraft } from "@/lib/drafts/actions";
import { findKeptWords } from "@/lib/drafts/queries";
import { listSeats } from "@/lib/memberships/queries";
import { findSetback } from "@/lib/setbacks/queries";
import { shareSetback } from "@/lib/shares/actions";
import { findPreview, listPieces } from "@/lib/shares/queries";
import { choosingKey, previewKey } from "@/lib/shares/schema";
import { read } from "@/lib/viewer";

export default page(
  "Share with a circle",
  async ({ params, searchParams }: PageProps<"/setbacks/[id]/share">) => {
    const [{ id }, { step, changed }] = await Promise.all([params, searchParams]);
    const { setback, pieces, seats, choosing, chosen, preview, viewer } = await read(async (viewer) => {
      const setback = (await findSetback(viewer, id)) ?? notFound();
      return {
        setback,
        pieces: await listPieces(viewer, id),
        seats: await listSeats(viewer),
        choosing: await findKeptWords(viewer, choosingKey(id)),
        chosen: await findKeptWords(viewer, previewKey(id)),
        preview: step === "preview" ? await findPreview(viewer, setback) : null,
        viewer: { today: viewer.today, isVerified: viewer.verifiedAt !== null },
      };
    });
    const onlySeat = seats.length === 1 ? seats[0]?.id : undefined;
    const beginning = {
      circleId: [onlySeat ?? ""],
      fact: ["kind"],
      words: [setback.happened],
      need: ["listen"],
    };
    return (
      <SharingPage
        what="your setback"
        back={{ href: `/setbacks/${setback.id}` as Route, label: "Back to the setback" }}
        seats={seats}
        preview={preview}
        changed={changed !== undefined}
        isVerified={viewer.isVerified}
        beside={preview && <LeftOut setback={setback} preview={preview} />}
      >
        {preview ? (
          <SharePreview
            preview={preview}
            action={shareSetback}
            from={{ setbackId: setback.id }}
            page={`/setbacks/${setback.id}/share` as Route}
            names={
              setback.company !== null && preview.choice.employer !== "named"
                ? "The employer’s name is masked wherever it was found. Short forms of it and other names are not: look for them here."
                : "Names that you wrote are shown as they are: look for them here."
            }
          />
        ) : (
          <>
            {choosing && <KeptWords draftKey={choosingKey(id)} />}
            <ChooseWhatGoes
              setback={setback}
              pieces={pieces}
              seats={seats}
              start={(choosing ?? chosen)?.values ?? beginning}
              today={viewer.today}
              draft={{
                key: choosingKey(id),
                action: saveDraft,
                ...(choosing && { savedAt: choosing.savedAt, typedAt: choosing.typedAt }),
              }}
            />
          </>
        )}
      </SharingPage>
    );
  },
);
