import { ShowedUpCalendar } from "@/components/charts/showed-up-calendar";
import { Fold } from "@/components/ui/fold";
import { Section } from "@/components/ui/section";
import type { Day } from "@/lib/dates";

type Props = { days: { day: Day; count: number }[]; today: Day };

/** How steadily the viewer has been showing up, over twelve weeks, folded on the phone. No streak, so none can break. */
export function DaysShowedUp({ days, today }: Props) {
  const began = days.some(({ count }) => count > 0);
  return (
    <Section title="Days you showed up">
      {began ? (
        <Fold summary="The last twelve weeks" look="phone">
          <ShowedUpCalendar days={days} today={today} />
        </Fold>
      ) : (
        <p className="text-muted">
          They gather here: days with effort, with a win, or with a word in a circle. Days without count
          against nothing.
        </p>
      )}
    </Section>
  );
}
