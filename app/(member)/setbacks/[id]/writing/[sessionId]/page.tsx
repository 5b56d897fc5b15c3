import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { DeleteWriting } from "@/components/writing/delete-writing";
import { WritingPage } from "@/components/writing/writing-page";
import { WrittenPage } from "@/components/writing/written-page";
import { findKeptWords } from "@/lib/drafts/queries";
import { read } from "@/lib/viewer";
import { findSession } from "@/lib/writing/queries";
import { sayNumber } from "@/lib/writing/rules";
import { writingDraftKey } from "@/lib/writing/schema";

export default page(
  "A page of guided writing",
  async ({ params }: PageProps<"/setbacks/[id]/writing/[sessionId]">) => {
    const { id, sessionId } = await params;
    const { session, draft } = await read(async (viewer) => ({
      session: (await findSession(viewer, id, sessionId)) ?? notFound(),
      draft: await findKeptWords(viewer, writingDraftKey(sessionId)),
    }));
    return (
      <>
        <PageHeader
          title={session.said}
          sub={`The ${sayNumber(session.number)} of up to five pages. Only you can read this, and it cannot be shared.`}
          back={{ href: `/setbacks/${session.setbackId}/writing`, label: "Guided writing" }}
        />
        {/* Words that saved themselves and were not kept yet are never hidden by an end in another tab. */}
        {session.isEnded && !draft ? (
          <WrittenPage session={session} />
        ) : (
          <WritingPage session={session} draft={draft} />
        )}
        <DeleteWriting session={session} />
      </>
    );
  },
);
