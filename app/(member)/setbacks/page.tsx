import { Deleted } from "@/components/forms/deleted";
import { page } from "@/components/layout/page";
import { FindForm } from "@/components/setbacks/find-form";
import { FoundElsewhere } from "@/components/setbacks/found-elsewhere";
import { SetbackList } from "@/components/setbacks/setback-list";
import { WaysOn } from "@/components/setbacks/ways-on";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { sayDay } from "@/lib/dates";
import { placeIn } from "@/lib/day-place";
import { searchElsewhere, searchSetbacks } from "@/lib/finding/queries";
import { askedIn } from "@/lib/finding/rules";
import { bringSetbackBack } from "@/lib/setbacks/actions";
import { findDeletedSetback, listSetbacks } from "@/lib/setbacks/queries";
import { read } from "@/lib/viewer";

export default page("Setbacks", async ({ searchParams }: PageProps<"/setbacks">) => {
  const { before, deleted, q } = await searchParams;
  const place = placeIn(before);
  const asked = askedIn(q);
  const { page, elsewhere, gone, today } = await read(async (viewer) => ({
    page: asked
      ? await searchSetbacks(viewer, asked, place)
      : { ...(await listSetbacks(viewer, place)), lookedBackTo: null },
    // Below the first page of what is found, and not once more below each.
    elsewhere: asked && !place ? await searchElsewhere(viewer, asked) : null,
    gone: deleted ? await findDeletedSetback(viewer, deleted) : null,
    today: viewer.today,
  }));
  const hasAny = page.setbacks.length > 0;
  const { lookedBackTo } = page;
  const isElsewhere = elsewhere !== null && elsewhere.found.length > 0;
  return (
    <>
      <PageHeader title="Setbacks" sub="They rest here. Only you can read them." />
      {gone && (
        <div className="mt-6">
          <Deleted undo={bringSetbackBack} about={{ setbackId: gone.id }} label="Undo deleting the setback">
            {gone.isShared && "What you shared of it stays in your circles until you take it back there."}
          </Deleted>
        </div>
      )}
      {(hasAny || place || asked) && <FindForm asked={asked} />}
      {hasAny ? (
        <SetbackList setbacks={page.setbacks} today={today} />
      ) : (
        !isElsewhere && !lookedBackTo && <NothingHere asked={asked} isLater={place !== null} />
      )}
      {lookedBackTo && (
        <p className="mt-8 text-muted">
          You wrote a lot, so your setbacks were looked through back to {sayDay(lookedBackTo, today)} so far.
        </p>
      )}
      {page.older && (
        <p className="mt-8">
          <ButtonLink
            href={`/setbacks?before=${page.older}${asked ? `&q=${encodeURIComponent(asked)}` : ""}`}
          >
            {lookedBackTo ? "Look further back" : "Earlier ones"}
          </ButtonLink>
        </p>
      )}
      {elsewhere && <FoundElsewhere elsewhere={elsewhere} />}
      <WaysOn />
    </>
  );
});

function NothingHere({ asked, isLater }: { asked: string; isLater: boolean }) {
  return (
    <div className="mt-9">
      {asked && !isLater ? (
        <EmptyState title="Nothing here says that">
          Your setbacks were looked through with all that became of them, and so were your letters,
          experiments, if-then plans, learning, questions to practise and evidence jar; your goals, wins,
          templates and drafts were not. Fewer words, or only the beginning of one, find more.
        </EmptyState>
      ) : isLater ? (
        <EmptyState
          title="That was the first of them"
          action={
            <ButtonLink href={asked ? `/setbacks?q=${encodeURIComponent(asked)}` : "/setbacks"}>
              Back to the newest
            </ButtonLink>
          }
        />
      ) : (
        <EmptyState
          icon="notebook-pen"
          title="Nothing rests here"
          action={<ButtonLink href="/setbacks/new">Write one down</ButtonLink>}
        >
          When a no comes, or silence, you can put it down here in a line. It takes less than a minute, and
          nobody else sees it.
        </EmptyState>
      )}
    </div>
  );
}
