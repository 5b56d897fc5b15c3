import { StaysNotice } from "@/components/accounts/stays-notice";
import { VerifyNotice } from "@/components/accounts/verify-notice";
import { page } from "@/components/layout/page";
import { WaitingForYou } from "@/components/nudges/waiting-for-you";
import { CircleNews } from "@/components/today/circle-news";
import { DaysShowedUp } from "@/components/today/days-showed-up";
import { RestingSetbacks } from "@/components/today/resting-setbacks";
import { SmallStep } from "@/components/today/small-step";
import { ThisWeek } from "@/components/today/this-week";
import { TextLink } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import { PageHeader } from "@/components/ui/page-header";
import { NoticedWin } from "@/components/wins/noticed-win";
import { hourIn, sayDay } from "@/lib/dates";
import { findKeptWords } from "@/lib/drafts/queries";
import { listGoals } from "@/lib/goals/queries";
import { smallerDraftKey } from "@/lib/goals/schema";
import { findNoticed } from "@/lib/noticed-wins/queries";
import { listRestingSetbacks } from "@/lib/setbacks/queries";
import { countShowedUp, listNews } from "@/lib/today/queries";
import { allRested, calendarDays, greeting, sayShowedUp, stepsForToday } from "@/lib/today/rules";
import { read } from "@/lib/viewer";

export default page("Today", async ({ searchParams }: PageProps<"/today">) => {
  const { stays } = await searchParams;
  const day = await read(async (viewer) => {
    const goals = await listGoals(viewer);
    const steps = stepsForToday(goals, viewer.today);
    const [first] = steps;
    return {
      name: viewer.name,
      hour: hourIn(viewer.timeZone, viewer.now),
      today: viewer.today,
      verifiedAt: viewer.verifiedAt,
      goals,
      steps,
      // Few goals ask for words to become smaller.
      smaller:
        first?.smaller.kind === "retitle" ? await findKeptWords(viewer, smallerDraftKey(first.id)) : null,
      showedUp: await countShowedUp(viewer),
      noticed: await findNoticed(viewer),
      circles: await listNews(viewer),
      resting: await listRestingSetbacks(viewer),
    };
  });
  const { name, hour, today, verifiedAt, goals, steps, smaller, showedUp, noticed, circles, resting } = day;
  const { waiting, ...news } = circles;
  const steadily = sayShowedUp(today, new Set(showedUp.keys()), (day) => allRested(goals, day));
  return (
    <>
      <PageHeader
        title={
          <>
            {greeting(hour)}, <Name>{name}</Name>
          </>
        }
        sub={`${sayDay(today, today)}. ${steadily}`}
      />
      {stays === "1" && <StaysNotice />}
      <VerifyNotice verifiedAt={verifiedAt} />
      <SmallStep
        steps={steps}
        smaller={smaller}
        left={goals.filter((goal) => goal.notToday)}
        hasGoals={goals.length > 0}
      />
      <NoticedWin noticed={noticed} today={today} />
      <WaitingForYou {...waiting} />
      <ThisWeek goals={goals} today={today} />
      <div className="grid grid-cols-1 gap-x-11 lg:grid-cols-2">
        <CircleNews {...news} />
        <DaysShowedUp days={calendarDays(today, showedUp)} today={today} />
      </div>
      <RestingSetbacks resting={resting} today={today} />
      <p className="mt-8" data-print="no">
        <TextLink href="/week" className="inline-flex min-h-11 items-center">
          Your week
        </TextLink>
      </p>
    </>
  );
});
