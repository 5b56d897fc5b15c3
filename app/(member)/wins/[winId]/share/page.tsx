import { notFound } from "next/navigation";
import { VerifyNotice } from "@/components/accounts/verify-notice";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { NoCircle } from "@/components/shares/no-circle";
import { ShareWords } from "@/components/shares/share-words";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { listSeats } from "@/lib/memberships/queries";
import { choosingKey } from "@/lib/shares/schema";
import { read } from "@/lib/viewer";
import { shareWin } from "@/lib/wins/actions";
import { findWin } from "@/lib/wins/queries";

export default page("Put a win in a circle", async ({ params }: PageProps<"/wins/[winId]/share">) => {
  const { winId } = await params;
  const { win, seats, draft, verifiedAt } = await read(async (viewer) => ({
    win: (await findWin(viewer, winId)) ?? notFound(),
    seats: await listSeats(viewer),
    draft: await findKeptWords(viewer, choosingKey(winId)),
    verifiedAt: viewer.verifiedAt,
  }));
  return (
    <>
      <PageHeader
        title="Put a win in a circle"
        sub="It does people good to read what went well. Leave out names of employers."
        back={{ href: "/wins", label: "Wins" }}
      />
      <VerifyNotice verifiedAt={verifiedAt} />
      {seats.length === 0 ? (
        <NoCircle />
      ) : (
        <>
          {win.picture && (
            <p className="mb-6 max-w-words text-muted">
              The picture stays with you: only words go to a circle.
            </p>
          )}
          {draft && <KeptWords draftKey={choosingKey(win.id)} />}
          <ShareWords
            action={shareWin}
            id={freshId()}
            source={{ name: "winId", id: win.id }}
            seats={seats}
            body={win.body}
            draft={{ key: choosingKey(win.id), ...draft }}
          />
        </>
      )}
    </>
  );
});
