import { KeptWords } from "@/components/drafts/kept-words";
import { ChooseWhatGoes } from "@/components/shares/choose-what-goes";
import { LeftOut } from "@/components/shares/left-out";
import { SharePreview } from "@/components/shares/share-preview";
import { SharingPage } from "@/components/shares/sharing-page";
import { saveDraft } from "@/lib/drafts/actions";
import { shareSetback } from "@/lib/shares/actions";
import type { SetbackSharing } from "@/lib/shares/queries";
import { choosingKey } from "@/lib/shares/schema";

type Props = { sharing: SetbackSharing; changed: boolean };

/** How a setback goes to a circle. */
export function ShareSetback({ sharing, changed }: Props) {
  const { id, setback, page, item, seats, choosing, chosen, preview, hasCompanies, isVerified } = sharing;
  const beginning = {
    circleId: [seats.length === 1 ? (seats[0]?.id ?? "") : ""],
    fact: ["kind"],
    words: [setback.happened],
    need: ["listen"],
  };
  return (
    <SharingPage
      what="your setback"
      back={{ href: item, label: "Back to the setback" }}
      seats={seats}
      preview={preview}
      changed={changed}
      isVerified={isVerified}
      beside={preview && <LeftOut setback={setback} preview={preview} />}
    >
      {preview ? (
        <SharePreview
          preview={preview}
          action={shareSetback}
          from={{ setbackId: id }}
          page={page}
          isMasked={
            (setback.company !== null && preview.choice.employer !== "named") ||
            (hasCompanies && preview.choice.names === "masked")
          }
        />
      ) : (
        <>
          {choosing && <KeptWords draftKey={choosingKey(id)} />}
          <ChooseWhatGoes
            sharing={sharing}
            start={(choosing ?? chosen)?.values ?? beginning}
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
