import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { SentenceForm } from "@/components/wishes/sentence-form";
import { WishPlanForm } from "@/components/wishes/wish-plan-form";
import { findKeptWords } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { read } from "@/lib/viewer";
import { saySentence } from "@/lib/wishes/actions";
import { findWish } from "@/lib/wishes/queries";
import { isScreen, sayScreen } from "@/lib/wishes/rules";
import { wishDraftKey } from "@/lib/wishes/schema";

export default page("Picture it, honestly", async ({ params }: PageProps<"/wishes/[wishId]/[screen]">) => {
  const { wishId, screen } = await params;
  if (!isScreen(screen)) notFound();
  const { wish, draft } = await read(async (viewer) => ({
    wish: (await findWish(viewer, wishId)) ?? notFound(),
    draft: await findKeptWords(viewer, wishDraftKey(screen, wishId)),
  }));
  return (
    <>
      <PageHeader
        title="Picture it, honestly"
        sub={
          <>
            {sayScreen(screen)}. You wish for: <bdi className="wrap-anywhere">{wish.wish}</bdi>
          </>
        }
        back={{ href: `/wishes/${wish.id}`, label: "What you pictured" }}
      />
      {screen === "plan" ? (
        <WishPlanForm wish={wish} freshId={freshId()} draft={draft} />
      ) : (
        <SentenceForm
          part={screen}
          action={saySentence}
          about={{ wishId: wish.id, part: screen }}
          said={wish[screen]}
          draftKey={wishDraftKey(screen, wish.id)}
          draft={draft}
        />
      )}
    </>
  );
});
