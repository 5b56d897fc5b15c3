import { page } from "@/components/layout/page";
import { DeletedNotice } from "@/components/setbacks/deleted-notice";
import { SetbackList } from "@/components/setbacks/setback-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { placeIn } from "@/lib/day-place";
import { findDeletedSetback, listSetbacks } from "@/lib/setbacks/queries";
import { read } from "@/lib/viewer";

export default page("Setbacks", async ({ searchParams }: PageProps<"/setbacks">) => {
  const { before, deleted } = await searchParams;
  const place = placeIn(before);
  const { page, gone, today } = await read(async (viewer) => ({
    page: await listSetbacks(viewer, place),
    gone: deleted ? await findDeletedSetback(viewer, deleted) : null,
    today: viewer.today,
  }));
  return (
    <>
      <PageHeader title="Setbacks" sub="They rest here. Only you can read them." />
      {gone && (
        <div className="mt-6">
          <DeletedNotice setback={gone} />
        </div>
      )}
      {page.setbacks.length > 0 ? (
        <SetbackList setbacks={page.setbacks} today={today} />
      ) : (
        <div className="mt-9">
          {place ? (
            <EmptyState
              title="That was the first of them"
              action={<ButtonLink href="/setbacks">Back to the newest</ButtonLink>}
            />
          ) : (
            <EmptyState
              icon="notebook-pen"
              title="Nothing rests here"
              action={<ButtonLink href="/setbacks/new">Write one down</ButtonLink>}
            >
              When a no comes, or silence, you can put it down here in a line. It takes less than a minute,
              and nobody else sees it.
            </EmptyState>
          )}
        </div>
      )}
      {page.older && (
        <p className="mt-8">
          <ButtonLink href={`/setbacks?before=${page.older}`}>Earlier ones</ButtonLink>
        </p>
      )}
    </>
  );
});
