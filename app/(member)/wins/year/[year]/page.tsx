import { notFound } from "next/navigation";
import { MonthColumns } from "@/components/charts/month-columns";
import { page } from "@/components/layout/page";
import { LookBackView } from "@/components/look-backs/look-back-view";
import { PageHeader } from "@/components/ui/page-header";
import { sayMonth } from "@/lib/dates";
import { lookBack } from "@/lib/look-backs/queries";
import { chosenParts, monthsOf, partWords, sayDays, sayMonthsOf, yearIn } from "@/lib/look-backs/rules";
import { read } from "@/lib/viewer";

export default page("Your year", async ({ params, searchParams }: PageProps<"/wins/year/[year]">) => {
  const [{ year }, asked] = [await params, await searchParams];
  const chosen = chosenParts(asked);
  const { span, today, back } = await read(async (viewer) => {
    const span = yearIn(year, viewer.today) ?? notFound();
    return { span, today: viewer.today, back: await lookBack(viewer, span, chosen) };
  });
  const months = monthsOf(year, back.days);
  return (
    <>
      <PageHeader title={`Your ${year}`} sub="What you did." back={{ href: "/wins", label: "Wins" }} />
      <LookBackView
        back={back}
        chosen={chosen}
        days={sayDays(back.days, span, today)}
        picture={
          <MonthColumns
            title={partWords.days}
            says={sayMonthsOf(months)}
            months={months}
            table={{
              columns: ["Month", "Days"],
              rows: months.map(({ month, count }) => [sayMonth(month), count]),
            }}
          />
        }
      />
    </>
  );
});
