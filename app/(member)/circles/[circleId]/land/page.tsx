import { notFound } from "next/navigation";
import { LandForm } from "@/components/landings/land-form";
import { WriteThanks } from "@/components/landings/write-thanks";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { findLookBack } from "@/lib/landings/queries";
import { thanksDraftKey, thanksPreviewKey } from "@/lib/landings/schema";
import { read } from "@/lib/viewer";

export default page("Land", async ({ params, searchParams }: PageProps<"/circles/[circleId]/land">) => {
  const { circleId } = await params;
  const { step } = await searchParams;
  const { back, draft, preview } = await read(async (viewer) => ({
    back: (await findLookBack(viewer, circleId)) ?? notFound(),
    draft: await findKeptWords(viewer, thanksDraftKey(circleId)),
    preview: await findKeptWords(viewer, thanksPreviewKey(circleId)),
  }));
  const words = preview?.values.words?.[0] ?? "";
  const isQuiet = step === "quietly";
  const isLast = isQuiet || (step === "look" && words !== "");
  return (
    <>
      <PageHeader
        title={isLast ? "Before you land" : "You found something"}
        sub={
          isLast
            ? "Nothing has been sent or changed yet."
            : "That is good to hear. Before anything else: would you like to thank the people who were there?"
        }
        back={
          isLast
            ? { href: `/circles/${back.circle.id}/land`, label: "Your words" }
            : { href: `/circles/${back.circle.id}`, label: back.circle.name }
        }
      />
      {isLast ? (
        <LandForm
          back={back}
          id={(!isQuiet && preview?.values.id?.[0]) || freshId()}
          words={isQuiet ? "" : words}
        />
      ) : (
        <WriteThanks circleId={back.circle.id} draft={draft} words={words} />
      )}
    </>
  );
});
