import { Deleted } from "@/components/forms/deleted";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Fold } from "@/components/ui/fold";
import { PageHeader } from "@/components/ui/page-header";
import { WishList } from "@/components/wishes/wish-list";
import { read } from "@/lib/viewer";
import { bringWishBack } from "@/lib/wishes/actions";
import { findDeletedWish, listWishes } from "@/lib/wishes/queries";

export default page("Picture it, honestly", async ({ searchParams }: PageProps<"/wishes">) => {
  const asked = await searchParams;
  const { wishes, deleted } = await read(async (viewer) => ({
    wishes: await listWishes(viewer),
    deleted: asked.deleted ? await findDeletedWish(viewer, asked.deleted) : null,
  }));
  return (
    <>
      <PageHeader
        title="Picture it, honestly"
        sub="A wish, the best that could come of it, what in you could get in the way, and what you will do then. Four sentences. Only you can read this."
        back={{ href: "/goals", label: "Goals" }}
      />
      {deleted && (
        <Deleted undo={bringWishBack} about={{ wishId: deleted.id }} label="Undo deleting what you pictured">
          A plan that came of it stays with the if-then plans.
        </Deleted>
      )}
      {wishes.length > 0 ? (
        <>
          <WishList wishes={wishes} />
          <p className="mt-8">
            <ButtonLink href="/wishes/new" icon="plus">
              Picture something
            </ButtonLink>
          </p>
        </>
      ) : (
        <div className="mt-6">
          <EmptyState
            title="Nothing pictured yet"
            action={<ButtonLink href="/wishes/new">Picture something</ButtonLink>}
          >
            It takes about five minutes, and can be left after each sentence.
          </EmptyState>
        </div>
      )}
      <div className="mt-8" data-print="no">
        <Fold summary="Why what gets in the way, too">
          <p className="max-w-words">
            Graduates who dreamt most often of finding work easily had sent fewer applications, and had fewer
            offers, two years later (Oettingen and Mayer, 2002). That does not tell why. In later studies,
            people who pictured a wish together with what in them stood in its way, and planned for that, did
            more about it. What it does for you, only you can see.
          </p>
        </Fold>
      </div>
    </>
  );
});
