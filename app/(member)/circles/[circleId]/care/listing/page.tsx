import { notFound } from "next/navigation";
import { VerifyNotice } from "@/components/accounts/verify-notice";
import { Press } from "@/components/forms/press";
import { page } from "@/components/layout/page";
import { ListForm } from "@/components/listings/list-form";
import { AskList } from "@/components/seat-asks/ask-list";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { knownLanguage } from "@/lib/circles/known-language";
import { unlistCircle } from "@/lib/listings/actions";
import { findListing } from "@/lib/listings/queries";
import { sayUnknown } from "@/lib/listings/rules";
import { listSeatAsks } from "@/lib/seat-asks/queries";
import { read } from "@/lib/viewer";

export default page("Free seats", async ({ params }: PageProps<"/circles/[circleId]/care/listing">) => {
  const { circleId } = await params;
  const { listing, asks, verifiedAt } = await read(async (viewer) => ({
    listing: (await findListing(viewer, circleId)) ?? notFound(),
    asks: await listSeatAsks(viewer, circleId),
    verifiedAt: viewer.verifiedAt,
  }));
  return (
    <>
      <PageHeader
        title="Free seats"
        sub="Members outside see who the circle is for, its language, its hours and how many seats are free; never its name or its people."
        back={{ href: `/circles/${listing.id}/care`, label: "Look after this circle" }}
      />
      {asks.length > 0 && (
        <Section title="Who asks for a seat">
          <AskList circleId={listing.id} asks={asks} />
        </Section>
      )}
      <Section title="Offer seats">
        {!knownLanguage(listing.language) && (
          <div className="mb-6 max-w-words">
            <Notice
              action={
                <TextLink href={`/circles/${listing.id}/care/description`}>
                  Change how it is described
                </TextLink>
              }
            >
              {sayUnknown(listing.language)}
            </Notice>
          </div>
        )}
        {verifiedAt ? <ListForm listing={listing} /> : <VerifyNotice verifiedAt={verifiedAt} />}
      </Section>
      {(listing.isShown || listing.isMatched) && (
        <div className="mt-6">
          <Press
            action={unlistCircle}
            about={{ circleId: listing.id }}
            says="List it no longer"
            label="List it no longer"
          />
        </div>
      )}
    </>
  );
});
