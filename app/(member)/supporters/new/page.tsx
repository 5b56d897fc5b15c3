import { VerifyNotice } from "@/components/accounts/verify-notice";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { ChooseForSupporter } from "@/components/supporters/choose-for-supporter";
import { SupporterPreview } from "@/components/supporters/supporter-preview";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { findChoosing } from "@/lib/supporters/queries";
import { CHOOSING } from "@/lib/supporters/schema";
import { read } from "@/lib/viewer";

export default page("A link for a supporter", async ({ searchParams }: PageProps<"/supporters/new">) => {
  const { step, changed } = await searchParams;
  const { verifiedAt, choosing } = await read(async (viewer) => ({
    verifiedAt: viewer.verifiedAt,
    choosing: await findChoosing(viewer, step),
  }));
  return (
    <>
      <PageHeader
        title={choosing.preview ? "What they will see" : "A link for a supporter"}
        sub={
          choosing.preview
            ? "Look at it as they will. Nobody sees anything before you make the link."
            : "Choose what one person sees, and for how long. Then look at it as they will."
        }
        back={{ href: "/supporters", label: "Supporters" }}
      />
      <VerifyNotice verifiedAt={verifiedAt} />
      {changed !== undefined && (
        <div className="mt-6">
          <Notice tone="care" icon="info">
            Something changed meanwhile, so no link was made. Please look at it once more.
          </Notice>
        </div>
      )}
      {choosing.preview ? (
        <SupporterPreview preview={choosing.preview} />
      ) : (
        <>
          {choosing.choosing && <KeptWords draftKey={CHOOSING} />}
          <ChooseForSupporter choosing={choosing} />
        </>
      )}
    </>
  );
});
