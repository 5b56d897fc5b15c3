import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { DeleteSetback } from "@/components/setbacks/delete-setback";
import { SetbackLetter } from "@/components/setbacks/setback-letter";
import { SharedWhere } from "@/components/setbacks/shared-where";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { sayDay } from "@/lib/dates";
import { findSetback } from "@/lib/setbacks/queries";
import { kindThing } from "@/lib/setbacks/rules";
import { listShares } from "@/lib/shares/queries";
import { read } from "@/lib/viewer";

// The browser's history and tabs say no more than this.
export default page("A setback", async ({ params }: PageProps<"/setbacks/[id]">) => {
  const { id } = await params;
  const { setback, shares, today, timeZone } = await read(async (viewer) => ({
    setback: (await findSetback(viewer, id)) ?? notFound(),
    shares: await listShares(viewer, id),
    today: viewer.today,
    timeZone: viewer.timeZone,
  }));
  const isShared = shares.length > 0;
  return (
    <>
      <PageHeader
        title={setback.title}
        back={{ href: "/setbacks", label: "Setbacks" }}
        sub={
          <>
            {sayDay(setback.day, today)}. Only you can read this.{" "}
            <TextLink href={`/setbacks/${setback.id}/share`}>Share with a circle</TextLink>
          </>
        }
      />
      <SetbackLetter setback={setback} kindThing={kindThing(setback.createdAt, today, timeZone)} />
      <SharedWhere shares={shares} />
      <div className="mt-11 flex flex-wrap items-center gap-x-4 gap-y-2.5" data-print="no">
        <ButtonLink href={`/setbacks/${setback.id}/edit`} icon="pencil">
          Edit
        </ButtonLink>
        <DeleteSetback setbackId={setback.id} />
        <p className="basis-full text-muted text-sm">
          {isShared
            ? "Deleting this leaves the copies in your circles until you take them back. It can be undone right afterwards."
            : "Deleting can be undone right afterwards."}
        </p>
      </div>
    </>
  );
});
