import { Deleted } from "@/components/forms/deleted";
import { page } from "@/components/layout/page";
import { FromLastWeek } from "@/components/planned-steps/from-last-week";
import { PlanStep } from "@/components/planned-steps/plan-step";
import { WeekDays } from "@/components/planned-steps/week-days";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link, TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { dayAsked } from "@/lib/check-ins/week";
import { addDays, sayDay } from "@/lib/dates";
import { findKeptWords } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { bringPlannedStepBack } from "@/lib/planned-steps/actions";
import { findDeletedStep, findWeek } from "@/lib/planned-steps/queries";
import { sayWeekOf } from "@/lib/planned-steps/rules";
import { NEW_STEP } from "@/lib/planned-steps/schema";
import { read } from "@/lib/viewer";

const place = "inline-flex min-h-11 items-center text-muted text-sm hover:text-ink";

export default page("Your week", async ({ searchParams }: PageProps<"/week">) => {
  const asked = await searchParams;
  const { week, draft, deleted } = await read(async (viewer) => ({
    week: await findWeek(viewer, dayAsked(asked.of)),
    draft: await findKeptWords(viewer, NEW_STEP),
    deleted: asked.deleted ? await findDeletedStep(viewer, asked.deleted) : null,
  }));
  const { monday, today, days, isAhead } = week;
  const sunday = addDays(monday, 6);
  const isThisWeek = monday <= today && today <= sunday;
  const isEmpty = days.every(({ steps }) => steps.length === 0);
  // A new step is for today, unless another day was asked for, also by whoever typed something before.
  const dayChosen = dayAsked(asked.day);
  const day = dayChosen ?? (isThisWeek ? today : monday);
  const typed = draft && dayChosen ? { ...draft, values: { ...draft.values, day: [dayChosen] } } : draft;
  return (
    <>
      <PageHeader
        title={sayWeekOf(monday, today)}
        sub={`${sayDay(monday, today)} to ${sayDay(sunday, today)}. What, when and where, for whatever you like to see here. Only you can read this.`}
        back={{ href: "/goals", label: "Goals" }}
      />
      {deleted && (
        <Deleted undo={bringPlannedStepBack} about={{ stepId: deleted.id }} label="Undo deleting the step" />
      )}
      <FromLastWeek week={week} />
      {isEmpty && (
        <div className="mb-5">
          <EmptyState
            title={isAhead ? "A week with room in it" : "Nothing was planned in this week"}
            action={
              isAhead ? (
                <ButtonLink href={`/week?of=${monday}&day=${day}#plan`} variant="quiet">
                  Plan ten minutes
                </ButtonLink>
              ) : (
                <ButtonLink href="/week" variant="quiet">
                  Go to this week
                </ButtonLink>
              )
            }
          >
            {isAhead
              ? "It can stay like this. If you would like a beginning: ten minutes for one thing, on one day."
              : "A week does not need a plan."}
          </EmptyState>
        </div>
      )}
      {(isAhead || !isEmpty) && <WeekDays week={week} />}
      <nav
        aria-label="Other weeks"
        className="mt-5 flex flex-wrap gap-x-6 border-line border-t pt-3"
        data-print="no"
      >
        <Link href={`/week?of=${addDays(monday, -7)}`} className={place}>
          The week before
        </Link>
        <Link href={`/week?of=${addDays(monday, 7)}`} className={place}>
          The week after
        </Link>
        {!isThisWeek && (
          <Link href="/week" className={place}>
            Your week
          </Link>
        )}
      </nav>
      {isAhead && <PlanStep key={day} id={freshId()} day={day} goals={week.goals} draft={typed} />}
      {!isEmpty && (
        <p className="mt-8 max-w-words text-muted text-sm" data-print="no">
          <a href={`/api/week?of=${monday}`} download className="link">
            Download this week for a calendar
          </a>
          : the file holds your words. By its <TextLink href="/settings/calendar">secret address</TextLink>, a
          calendar program sees when, and nothing of what. The page can also be printed.
        </p>
      )}
    </>
  );
});
