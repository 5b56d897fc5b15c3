import { notFound } from "next/navigation";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { ChooseWhatGoes } from "@/components/shares/choose-what-goes";
import { LeftOut } from "@/components/shares/left-out";
import { NoCircle } from "@/components/shares/no-circle";
import { SharePreview } from "@/components/shares/share-preview";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { saveDraft } from "@/lib/drafts/actions";
import { findKeptWords } from "@/lib/drafts/queries";
import { listSeats } from "@/lib/memberships/queries";
import { findSetback } from "@/lib/setbacks/queries";
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
      <>
        <PageHeader
          title={preview ? `What ${preview.seat.name} will see` : "Share with a circle"}
          sub={
            preview
              ? "Exactly this, and nothing else. It is a copy: what you change in your setback later stays with you."
              : "You choose what goes, and see it before it is sent."
          }
          back={{ href: `/setbacks/${setback.id}`, label: "Back to the setback" }}
        />
        <div className="mt-6 grid gap-3 empty:hidden">
          {changed && (
            <Notice tone="care" icon="eye">
              Something changed since you last looked, so nothing was shared. This is how it is now.
            </Notice>
          )}
          {!viewer.isVerified && seats.length > 0 && (
            <Notice icon="mail">
              Before you can share, please confirm your e-mail address: the mail we sent you tells how, and{" "}
              <TextLink href="/settings">Settings</TextLink> sends it again. You can choose and look already.
            </Notice>
          )}
          {preview && <LeftOut setback={setback} preview={preview} />}
        </div>
        {seats.length === 0 ? (
          <NoCircle />
        ) : preview ? (
          <SharePreview
            setbackId={setback.id}
            preview={preview}
            masked={setback.company !== null && chosen?.values.employer?.[0] !== "named"}
          />
        ) : (
          <>
            {choosing && <KeptWords draftKey={choosingKey(id)} />}
            <ChooseWhatGoes
              key={choosing ? "kept" : "fresh"}
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
      </>
    );
  },
);
