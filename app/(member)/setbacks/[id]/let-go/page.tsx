import { notFound } from "next/navigation";
import { LetGo } from "@/components/closures/let-go";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { farewellDraftKey } from "@/lib/closures/schema";
import { findKeptWords } from "@/lib/drafts/queries";
import { findSetback } from "@/lib/setbacks/queries";
import { read } from "@/lib/viewer";

export default page("Let it go", async ({ params }: PageProps<"/setbacks/[id]/let-go">) => {
  const { id } = await params;
  const { setback, draft } = await read(async (viewer) => ({
    setback: (await findSetback(viewer, id)) ?? notFound(),
    draft: await findKeptWords(viewer, farewellDraftKey(id)),
  }));
  const isSilence = setback.kind === "silence";
  return (
    <>
      <PageHeader
        title={isSilence ? "Close this silence" : "Let this one go"}
        sub={
          isSilence
            ? "No answer is an answer that you need not wait for any longer. If one comes after all, you can open this again."
            : "Breathe out once, slowly. It happened, you have it here in writing, and you may put it down. You can open it again at any time."
        }
        back={{ href: `/setbacks/${setback.id}`, label: "Back to the setback" }}
      />
      <LetGo setbackId={setback.id} farewell={setback.farewell} draft={draft} />
    </>
  );
});
