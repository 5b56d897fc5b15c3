import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { SentenceForm } from "@/components/wishes/sentence-form";
import { findKeptWords } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { read } from "@/lib/viewer";
import { beginWish } from "@/lib/wishes/actions";
import { sayScreen } from "@/lib/wishes/rules";
import { NEW_WISH } from "@/lib/wishes/schema";

export default page("Picture it, honestly", async () => {
  const draft = await read((viewer) => findKeptWords(viewer, NEW_WISH));
  return (
    <>
      <PageHeader
        title="Picture it, honestly"
        sub={`${sayScreen("wish")}. Each sentence is kept by itself, so you can stop after any of them.`}
        back={{ href: "/wishes", label: "What you pictured" }}
      />
      <SentenceForm
        part="wish"
        action={beginWish}
        about={{ id: freshId() }}
        draftKey={NEW_WISH}
        draft={draft}
      />
    </>
  );
});
