import { notFound } from "next/navigation";
import { WeekNote } from "@/components/check-ins/week-note";
import { WhoHas } from "@/components/check-ins/who-has";
import { page } from "@/components/layout/page";
import { Brought } from "@/components/merges/brought";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { findCircleWeek } from "@/lib/check-ins/queries";
import { dayAsked, sayWeek } from "@/lib/check-ins/week";
import { listBrought, listJoined } from "@/lib/merges/joined";
import { read } from "@/lib/viewer";

const place = "inline-flex min-h-11 items-center text-muted text-sm hover:text-ink";

export default page("The week", async ({ params, searchParams }: PageProps<"/circles/[circleId]/week">) => {
  const { circleId } = await params;
  const { of } = await searchParams;
  const { week, brought, today } = await read(async (viewer) => {
    const week = (await findCircleWeek(viewer, circleId, dayAsked(of))) ?? notFound();
    const joined = week.isNow && week.cameLately ? await listJoined(viewer, week.circle.id) : [];
    const brought = await listBrought(viewer, joined);
    return { week, brought, today: viewer.today };
  });
  const { circle, notes, isNow, earlier, later } = week;
  return (
    <>
      <PageHeader
        title={isNow ? "This week" : "An earlier week"}
        sub={sayWeek(week.week, today)}
        back={{ href: `/circles/${circle.id}`, label: circle.name }}
      />
      {isNow && <WhoHas week={week} />}
      <div className="mt-9">
        {notes.map((note) => (
          <WeekNote key={note.alias} circleId={circle.id} note={note} />
        ))}
        {notes.length === 0 && (
          <EmptyState title={isNow ? "Nobody has written anything yet" : "Nothing was written in this week"}>
            {isNow
              ? "Whoever checks in first makes it easier for the others. A word is enough."
              : "That happens, and says nothing about anybody."}
          </EmptyState>
        )}
      </div>
      <Brought brought={brought} />
      {(earlier || later) && (
        <nav
          aria-label="Other weeks"
          className="mt-8 flex flex-wrap gap-x-6 border-line border-t pt-3"
          data-print="no"
        >
          {earlier && (
            <Link href={`/circles/${circle.id}/week?of=${earlier}`} className={place}>
              An earlier week
            </Link>
          )}
          {later && (
            <Link href={`/circles/${circle.id}/week?of=${later}`} className={place}>
              The week after
            </Link>
          )}
        </nav>
      )}
    </>
  );
});
