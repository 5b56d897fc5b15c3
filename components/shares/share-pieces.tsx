import { KeptWords } from "@/components/drafts/kept-words";
import { ChoosePieces } from "@/components/shares/choose-pieces";
import { SharePreview } from "@/components/shares/share-preview";
import { SharingPage } from "@/components/shares/sharing-page";
import { saveDraft } from "@/lib/drafts/actions";
import { sharePieces } from "@/lib/shares/actions";
import type { Sharing } from "@/lib/shares/queries";
import { choosingKey } from "@/lib/shares/schema";

type Said = { what: string; back: string; title?: string; sub?: string };

const whats: Record<Sharing["of"], Said> = {
  experiment: { what: "your experiment", back: "Back to the experiment" },
  ifThenPlan: { what: "your plan", back: "Back to the plan" },
  learningPlan: { what: "what you learn", back: "Back to what you learn" },
  feedbackRequest: { what: "your letter", back: "Back to the letter" },
  goal: {
    what: "your goal",
    back: "Back to the goal",
    title: "Share progress",
    sub: "A small sign of life for your circle. Nobody compares. You see it before it is sent.",
  },
  win: {
    what: "your win",
    back: "Back to the win",
    title: "Put a win in a circle",
    sub: "It does people good to read what went well. You see it before it is sent.",
  },
};

type Props = {
  sharing: Sharing;
  changed: boolean;
  /** What stays, where somebody could think that it goes along. */
  stays?: string | undefined;
};

/** How an experiment, an if-then plan, something to learn, a letter, a goal or a win goes to a circle. */
export function SharePieces({ sharing, changed, stays }: Props) {
  const { of, id, page, item, seats, choosing, chosen, preview, hasCompanies, isVerified } = sharing;
  const { what, back, ...head } = whats[of];
  return (
    <SharingPage
      what={what}
      back={{ href: item, label: back }}
      seats={seats}
      preview={preview}
      changed={changed}
      isVerified={isVerified}
      beside={stays && <p className="max-w-words text-muted">{stays}</p>}
      {...head}
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
