import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { WritingOverview } from "@/components/writing/writing-overview";
import { findSetback } from "@/lib/setbacks/queries";
import { read } from "@/lib/viewer";
import { findWriting } from "@/lib/writing/queries";

export default page(
  "Guided writing",
  async ({ params, searchParams }: PageProps<"/setbacks/[id]/writing">) => {
    const [{ id }, { ended, deleted }] = await Promise.all([params, searchParams]);
    const { setback, writing } = await read(async (viewer) => ({
      setback: (await findSetback(viewer, id)) ?? notFound(),
      writing: await findWriting(viewer, id),
    }));
    return (
      <>
        <PageHeader
          title="Guided writing"
          sub="Up to five times, on different days, twenty minutes to yourself. Only you can read it."
          back={{ href: `/setbacks/${setback.id}`, label: "Back to the setback" }}
        />
        <div className="mb-8 grid gap-3 empty:hidden">
          {ended && !deleted && (
            <Notice title="Ended for today">
              Writing like this can leave one heavier for an hour or two. Do something gentle now.
            </Notice>
          )}
          {deleted && <Notice>Deleted for good.</Notice>}
        </div>
        <p className="mb-8 max-w-words text-muted">
          It rests on one small study (Spera, Buhrfeind and Pennebaker, 1994): 41 laid-off engineers wrote, by
          lot, about losing their job or about something else. It helped some, and nobody promises that it
          helps you. Stop whenever it feels worse. Nothing of it can be shared, ever.
        </p>
        <WritingOverview setbackId={setback.id} writing={writing} />
      </>
    );
  },
);
