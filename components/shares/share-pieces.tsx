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
  ifThenPlan: { what: "your plan", back: "Back to the plan" },
  learningPlan: { what: "what you learn", back: "Back to what you learn" },
  feedbackRequest: { what: "your letter", back: "Back to the letter" },
};

/** How an experiment, an if-then plan, something to learn or a letter goes to a circle. */
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
          isMasked={hasCompanies && preview.choice.names === "masked"}
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
