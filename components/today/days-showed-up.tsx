import { CalendarOfDays } from "@/components/charts/calendar-of-days";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { Day } from "@/lib/dates";

type Props = { days: { day: Day; count: number }[]; today: Day };

const TITLE = "Days you showed up";

/** How steadily the viewer has been showing up, over twelve weeks, folded on the phone. No streak, so none can break. */
export function DaysShowedUp({ days, today }: Props) {
  const showedUp = days.filter(({ count }) => count > 0).length;
  const weeks = Math.ceil(days.length / 7);
  return (
    <Section title={TITLE}>
      {showedUp > 0 ? (
        <Fold summary="The last twelve weeks" look="phone">
          <CalendarOfDays
            title={TITLE}
            says={`Last ${weeks} weeks: ${showedUp} ${showedUp === 1 ? "day" : "days"}.`}
            also={<TextLink href="/numbers#year">The whole year</TextLink>}
            days={days}
            today={today}
          />
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
