import { DragDays } from "@/components/planned-steps/drag-days";
import { StepLine } from "@/components/planned-steps/step-line";
import { Chip } from "@/components/ui/chip";
import { TextLink } from "@/components/ui/link";
import { sayDay } from "@/lib/dates";
import type { Week } from "@/lib/planned-steps/queries";

/** The seven days of a week, Monday first, each with what is planned for it and a way to plan something. */
export function WeekDays({ week: { days, monday, today, isAhead } }: { week: Week }) {
  return (
    <DragDays>
      {days.map(({ day, steps }) => (
        <section
          key={day}
          data-day={day}
          aria-labelledby={`day-${day}`}
          className="gentle border-line border-t py-3 first:border-t-0 data-over:bg-sage-soft"
        >
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <h2 id={`day-${day}`} className="flex items-center gap-2.5 font-medium">
              {sayDay(day, today)} {day === today && <Chip>Today</Chip>}
            </h2>
            {isAhead && (
              <TextLink
                href={`/week?of=${day}&day=${day}#plan`}
                className="inline-flex min-h-11 items-center text-muted text-sm"
                aria-label={`Plan something for ${sayDay(day, today)}`}
                data-print="no"
              >
                Plan something
              </TextLink>
            )}
          </div>
          {steps.length > 0 && (
            <ul className="mt-1">
              {steps.map((step) => (
                <StepLine key={step.id} step={step} monday={monday} today={today} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </DragDays>
  );
}
