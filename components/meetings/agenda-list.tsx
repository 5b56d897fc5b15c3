import { Icon } from "@/components/ui/icon";
import type { AgendaStep } from "@/lib/meetings/agenda";

/** The steps of a meeting, with the one that it is at. */
export function AgendaList({ steps, at }: { steps: AgendaStep[]; at: number }) {
  return (
    <ol className="grid gap-1">
      {steps.map((step, index) => (
        <li
          key={step.key}
          {...(index === at && { "aria-current": "step" as const })}
          className={`flex items-center gap-2.5 rounded-xl px-3 py-1.5 ${index === at ? "bg-card font-medium" : "text-muted"}`}
        >
          {index < at ? (
            <Icon name="check" className="size-4.5! text-sage" />
          ) : (
            <span aria-hidden="true" className="w-4.5 text-center text-sm">
              {index + 1}
            </span>
          )}
          <span className="flex-1">
            {step.title}
            {index < at && <span className="sr-only">, done</span>}
          </span>
          {step.minutes !== null && <span className="text-muted text-sm">{step.minutes} min</span>}
        </li>
      ))}
    </ol>
  );
}
