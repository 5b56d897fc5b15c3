import { OpenForm } from "@/components/circles/open-form";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { countCircles } from "@/lib/circles/queries";
import { hasRoomForCircle } from "@/lib/circles/rules";
import { findKeptWords } from "@/lib/drafts/queries";
import { mintedId } from "@/lib/form-fields";
import { freshId } from "@/lib/ids";
import { read } from "@/lib/viewer";

export default page("Open a circle", async () => {
  const { circles, draft, name, timeZone } = await read(async (viewer) => ({
    circles: await countCircles(viewer),
    draft: await findKeptWords(viewer, "circle"),
    name: viewer.name,
    timeZone: viewer.timeZone,
  }));
  // A circle that was half described keeps the id it was given, so that it is opened once.
  const kept = mintedId.safeParse(draft?.values.id?.[0]);
  const back = { href: "/circles", label: "Circles" } as const;
  if (!hasRoomForCircle(circles)) {
    return (
      <>
        <PageHeader title="Open a circle" back={back} />
        <div className="mt-8">
          <EmptyState
            title="You are in three circles"
            action={<ButtonLink href="/circles">See my circles</ButtonLink>}
          >
            That is as many as one person can be there for. Once you have left one, you can open another.
          </EmptyState>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Open a circle"
        sub="Four to eight people who meet once or twice a week. You look after it first; the role can go round. All of this can be changed later."
        back={back}
      />
      {draft && <KeptWords draftKey="circle" />}
      <OpenForm id={kept.data ?? freshId()} name={name} timeZone={timeZone} draft={draft} />
    </>
  );
});
