import { VerifyNotice } from "@/components/accounts/verify-notice";
import { page } from "@/components/layout/page";
import { OpenCircleList } from "@/components/listings/open-circle-list";
import { OwnAsks } from "@/components/seat-asks/own-asks";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listOpenCircles } from "@/lib/listings/queries";
import { listOwnAsks } from "@/lib/seat-asks/queries";
import { read } from "@/lib/viewer";

export default page("Open circles", async ({ searchParams }: PageProps<"/circles/open">) => {
  const { after } = await searchParams;
  const { open, asks, verifiedAt } = await read(async (viewer) => ({
    open: await listOpenCircles(viewer, typeof after === "string" ? after : undefined),
    asks: await listOwnAsks(viewer),
    verifiedAt: viewer.verifiedAt,
  }));
  const { circles, next } = open;
  return (
    <>
      <PageHeader
        title="Open circles"
        sub="Circles with a free seat. You ask with a line, and whoever looks after the circle answers."
        back={{ href: "/circles", label: "Circles" }}
      />
      {!verifiedAt ? (
        <VerifyNotice verifiedAt={verifiedAt} />
      ) : circles.length > 0 ? (
        <>
          <OpenCircleList circles={circles} />
          {next && (
            <p className="mt-4">
              <ButtonLink href={`/circles/open?after=${next}`}>More circles</ButtonLink>
            </p>
          )}
        </>
      ) : (
        <EmptyState
          title="No circle has a free seat just now"
          action={
            <ButtonLink href="/circles/find" variant="primary">
              Find me a circle
            </ButtonLink>
          }
        >
          Say when you are free, and a circle is proposed to you as soon as there is one.
        </EmptyState>
      )}
      {asks.length > 0 && <OwnAsks asks={asks} />}
    </>
  );
});
