import { notFound } from "next/navigation";
import { Press } from "@/components/forms/press";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { WishView } from "@/components/wishes/wish-view";
import { read } from "@/lib/viewer";
import { deleteWish } from "@/lib/wishes/actions";
import { findWish } from "@/lib/wishes/queries";

// The browser's history and tabs say no more than this.
export default page("What you pictured", async ({ params, searchParams }: PageProps<"/wishes/[wishId]">) => {
  const { wishId } = await params;
  const { obstacle } = await searchParams;
  const wish = await read(async (viewer) => (await findWish(viewer, wishId)) ?? notFound());
  return (
    <>
      <PageHeader
        title="What you pictured"
        sub={
          wish.plan
            ? "Its plan stands with your if-then plans, and can be shared from there. The rest only you can read."
            : "It can stay as it is, or go on. Only you can read this."
        }
        back={{ href: "/wishes", label: "Picture it, honestly" }}
      />
      <WishView wish={wish} isObstacleNew={obstacle === "changed"} />
      <section aria-label="Delete" className="mt-11 flex flex-wrap items-center gap-x-4">
        <Press
          action={deleteWish}
          about={{ wishId: wish.id }}
          says="Delete"
          icon="trash-2"
          label="Delete what you pictured"
        />
        <p className="text-muted text-sm" data-print="no">
          {wish.plan ? "Its plan stays. " : ""}Deleting can be undone right afterwards.
        </p>
      </section>
    </>
  );
});
