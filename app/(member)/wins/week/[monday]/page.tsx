import { notFound } from "next/navigation";
import { WeekDots } from "@/components/charts/week-dots";
import { WeekTable } from "@/components/goals/week-table";
import { page } from "@/components/layout/page";
import { LookBackView } from "@/components/look-backs/look-back-view";
import { PageHeader } from "@/components/ui/page-header";
import { addDays, sayDay, sayWeekday, weekdayOf, weekOf } from "@/lib/dates";
import { lookBack } from "@/lib/look-backs/queries";
import { chosenParts, partWords, sayDays, weekIn } from "@/lib/look-backs/rules";
import { read } from "@/lib/viewer";

export default page(
  "A look back on your week",
  async ({ params, searchParams }: PageProps<"/wins/week/[monday]">) => {
    const [{ monday }, asked] = [await params, await searchParams];
    const chosen = chosenParts(asked);
    const { span, today, back } = await read(async (viewer) => {
      const span = weekIn(monday, viewer.today) ?? notFound();
      return { span, today: viewer.today, back: await lookBack(viewer, span, chosen) };
    });
    const days = weekOf(span.from).map((day) => ({
      name: sayWeekday(weekdayOf(day)),
      state: back.days.includes(day) ? ("filled" as const) : ("empty" as const),
      today: day === today,
    }));
    return (
      <>
        <PageHeader
          title="A look back on your week"
          sub={`${sayDay(span.from, today)} to ${sayDay(addDays(span.until, -1), today)}`}
          back={{ href: "/wins", label: "Wins" }}
        />
        <LookBackView
          back={back}
          chosen={chosen}
          days={sayDays(back.days, span, today)}
          picture={
            <>
              <WeekDots label={partWords.days} days={days} />
              <WeekTable
                title={partWords.days}
                first="What"
                weeks={[{ title: partWords.days, dots: days }]}
              />
            </>
          }
        />
      </>
    );
  },
);
