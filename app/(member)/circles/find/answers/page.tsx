import { VerifyNotice } from "@/components/accounts/verify-notice";
import { page } from "@/components/layout/page";
import { LookForm } from "@/components/matching/look-form";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { findWait } from "@/lib/matching/queries";
import { read } from "@/lib/viewer";

export default page("What you look for", async () => {
  const { wait, draft, viewer } = await read(async (viewer) => ({
    wait: await findWait(viewer),
    draft: await findKeptWords(viewer, "find-circle"),
    viewer: { name: viewer.name, timeZone: viewer.timeZone, verifiedAt: viewer.verifiedAt },
  }));
  return (
    <>
      <PageHeader
        title="What you look for"
        sub="Change anything. Your place in line stays the same."
        back={{ href: "/circles/find", label: "Find me a circle" }}
      />
      {viewer.verifiedAt ? (
        <LookForm wait={wait} name={viewer.name} timeZone={viewer.timeZone} draft={draft} />
      ) : (
        <VerifyNotice verifiedAt={viewer.verifiedAt} />
      )}
    </>
  );
});
