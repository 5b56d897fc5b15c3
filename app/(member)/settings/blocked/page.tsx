import { BlockList } from "@/components/blocks/block-list";
import { page } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listBlocks } from "@/lib/blocks/queries";
import { read } from "@/lib/viewer";

export default page("Whom you blocked", async () => {
  const blocks = await read(listBlocks, { whileSuspended: true });
  return (
    <>
      <PageHeader
        title="Whom you blocked"
        sub="Only you see this. You and they see nothing of each other, in any circle."
        back={{ href: "/settings", label: "Settings" }}
      />
      {blocks.length === 0 ? (
        <EmptyState title="You blocked nobody" icon="shield">
          If somebody is not good for you, open their name in the circle: you can block them there.
        </EmptyState>
      ) : (
        <BlockList blocks={blocks} />
      )}
    </>
  );
});
