import { KeptWords } from "@/components/drafts/kept-words";
import { ChoosePieces } from "@/components/shares/choose-pieces";
import { SharePreview } from "@/components/shares/share-preview";
import { SharingPage } from "@/components/shares/sharing-page";
import { saveDraft } from "@/lib/drafts/actions";
import { sharePieces } from "@/lib/shares/actions";
import type { Sharing } from "@/lib/shares/queries";
import { choosingKey } from "@/lib/shares/schema";

const whats = {
  experiment: { what: "your experiment", back: "Back to the experiment" },
  plan: { what: "your plan", back: "Back to the plan" },
  learning: { what: "what you learn", back: "Back to what you learn" },
};

/** How an experiment, an if-then plan or something to learn goes to a circle. */
export function SharePieces({ sharing, changed }: { sharing: Sharing; changed: boolean }) {
  const { of, id, page, item, seats, choosing, chosen, preview, hasCompanies, isVerified } = sharing;
  const { what, back } = whats[of];
  return (
    <SharingPage
      what={what}
      back={{ href: item, label: back }}
      seats={seats}
      preview={preview}
      changed={changed}
      isVerified={isVerified}
    >
      {preview ? (
        <SharePreview
          preview={preview}
          action={sharePieces}
          from={{ of, sourceId: id }}
          page={page}
          names={
            hasCompanies && preview.choice.names === "masked"
              ? "The companies of your setbacks are masked wherever their names were found. Short forms of them and other names are not: look for them here."
              : "Names that you wrote are shown as they are: look for them here."
          }
        />
      ) : (
        <>
          {choosing && <KeptWords draftKey={choosingKey(id)} />}
          <ChoosePieces
            sharing={sharing}
            start={
              (choosing ?? chosen)?.values ?? {
                circleId: [seats.length === 1 ? (seats[0]?.id ?? "") : ""],
              }
            }
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
}
