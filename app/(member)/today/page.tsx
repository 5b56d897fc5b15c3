import { StaysNotice } from "@/components/accounts/stays-notice";
import { VerifyNotice } from "@/components/accounts/verify-notice";
import { page } from "@/components/layout/page";
import { WeekBehind } from "@/components/look-backs/week-behind";
import { WaitingForYou } from "@/components/nudges/waiting-for-you";
import { CircleNews } from "@/components/today/circle-news";
import { DaysShowedUp } from "@/components/today/days-showed-up";
import { EveningCheck } from "@/components/today/evening-check";
import { KindFirst } from "@/components/today/kind-first";
import { MorePlaces } from "@/components/today/more-places";
import { PlannedToday } from "@/components/today/planned-today";
import { RestingSetbacks } from "@/components/today/resting-setbacks";
import { SmallStep } from "@/components/today/small-step";
import { ThisWeek } from "@/components/today/this-week";
import { TodayRows } from "@/components/today/today-rows";
import { YourPictures } from "@/components/today/your-pictures";
import { Name } from "@/components/ui/name";
import { PageHeader } from "@/components/ui/page-header";
import { NoticedWin } from "@/components/wins/noticed-win";
import { hourIn, instantAt, sayDay } from "@/lib/dates";
import { findKeptWords } from "@/lib/drafts/queries";
import { type GoalCard, listGoals } from "@/lib/goals/queries";
import { smallerDraftKey } from "@/lib/goals/schema";
import { freshId } from "@/lib/ids";
import { findNoticed } from "@/lib/noticed-wins/queries";
import { readPictures } from "@/lib/numbers/queries";
import { byDay } from "@/lib/numbers/rules";
import { isCounted } from "@/lib/planned-steps/effort-of-planned";
import type { PlannedStep } from "@/lib/planned-steps/queries";
import { picturesSeen, weeksFor } from "@/lib/today/layout";
import { findArranged, listNews } from "@/lib/today/queries";
import {
  allRested,
  calendarDays,
  checksEvening,
  faceOf,
  greeting,
  isJustLogged,
  leftForAnotherDay,
  sayShowedUp,
  stepsInPlace,
  takenSince,
} from "@/lib/today/rules";
import { read, type Viewer } from "@/lib/viewer";

export default page("Today", async ({ searchParams }: PageProps<"/today">) => {
  const { stays } = await searchParams;
  const day = await read(async (viewer) => {
    const goals = await listGoals(viewer);
    const steps = stepsInPlace(goals, viewer.today);
    const [first] = steps;
    const arranged = await findArranged(viewer);
    const pictures = picturesSeen(arranged.layout);
    const drawn = await readPictures(viewer, weeksFor(pictures), new Set(pictures));
    const showedUp = byDay(drawn.counted);
    const face = faceOf({ ...viewer, ...arranged, ...drawn, goals, showedUpOn: new Set(showedUp.keys()) });
    return {
      ...arranged,
      planned: arranged.planned.map((step) => ({ ...step, goal: goalOf(step, goals) })),
      name: viewer.name,
      hour: hourIn(viewer.timeZone, viewer.now),
      evening: eveningOf(viewer, arranged.eveningHour),
      today: viewer.today,
      verifiedAt: viewer.verifiedAt,
      goals,
      steps,
      pictures,
      // Few goals ask for words to become smaller.
      smaller:
        first?.smaller.kind === "retitle" ? await findKeptWords(viewer, smallerDraftKey(first.id)) : null,
      drawn,
      showedUp,
      face,
      noticed: face === "kind" ? null : await findNoticed(viewer, { ...arranged, ...drawn, goals }),
      circles: await listNews(viewer),
    };
  });
  const { name, hour, today, goals, steps, drawn, circles, layout, noticed, showedUp, face } = day;
  const { waiting, ...news } = circles;
  const showedUpOn = new Set(showedUp.keys());
  const steadily = sayShowedUp(today, showedUpOn, (day) => allRested(goals, day));
  const open = steps.find((goal) => !isJustLogged(goal, today)) ?? null;
  return (
    <>
      <PageHeader
        title={
          <>
            {face === "back" ? "Good to see you" : greeting(hour)}, <Name>{name}</Name>
          </>
        }
        sub={`${sayDay(today, today)}. ${steadily}`}
      />
      {stays === "1" && <StaysNotice />}
      {face !== "new" && <VerifyNotice verifiedAt={day.verifiedAt} />}
      {face === "kind" && <KindFirst />}
      <TodayRows
        layout={layout}
        sections={{
          step: (
            <SmallStep
              // After a hard day, and after a while away, one step is enough.
              steps={face === "usual" ? steps : steps.slice(0, 1)}
              today={today}
              smaller={day.smaller}
              left={leftForAnotherDay(goals, today)}
              hasGoals={goals.length > 0}
              isNew={face === "new"}
            />
          ),
          planned: <PlannedToday steps={day.planned} />,
          week: <ThisWeek goals={goals} today={today} />,
          circles: <CircleNews {...news} />,
          days: <DaysShowedUp days={calendarDays(today, showedUp)} today={today} />,
          pictures: <YourPictures pictures={day.pictures} drawn={drawn} />,
          setbacks: <RestingSetbacks resting={day.resting} today={today} />,
        }}
      >
        {checksEvening({ ...day, face, isOpen: open !== null || !showedUpOn.has(today) }) && (
          <EveningCheck
            next={open}
            taken={takenSince(goals, day.evening, today)}
            standsElsewhere={!layout.hidden.includes("step")}
          />
        )}
        {/* For somebody new the gentle first steps come first. */}
        {face === "new" && (
          <div className="mt-6">
            <VerifyNotice verifiedAt={day.verifiedAt} />
          </div>
        )}
        {face !== "kind" && (
          <>
            <NoticedWin noticed={noticed} />
            <WeekBehind today={today} counted={drawn.counted} inNumbers={day.digestHour !== null} />
          </>
        )}
        <WaitingForYou {...waiting} />
      </TodayRows>
      <MorePlaces />
    </>
  );
});

/** The goal that a step is for, and whether it was counted there, as the efforts of the last days say. */
function goalOf({ id: stepId, goalId }: PlannedStep, goals: GoalCard[]) {
  const goal = goals.find(({ id }) => id === goalId);
  if (!goal) return null;
  const { id, title, log } = goal;
  return {
    ...{ id, title },
    counted: isCounted(stepId, id, (effort) => log.some(({ effortId }) => effortId === effort)),
  };
}

/** An id of the moment at which today's evening check begins. */
const eveningOf = ({ today, timeZone }: Viewer, hour: number | null): string | null =>
  hour === null ? null : freshId(instantAt(today, `${String(hour).padStart(2, "0")}:00`, timeZone));
