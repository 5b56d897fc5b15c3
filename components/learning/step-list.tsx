import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Icon } from "@/components/ui/icon";
import { tickStep } from "@/lib/learning/actions";
import type { Step } from "@/lib/learning/rules";

/** The steps of a plan, each with one tap to tick it or to take the tick back. */
export function StepList({ planId, steps }: { planId: string; steps: Step[] }) {
  return (
    <ol>
      {steps.map(({ place, words, done }) => (
        <li
          key={place}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t py-3 first:border-t-0"
        >
          <span className="flex min-w-0 flex-1 basis-56 items-start gap-2.5">
            {done && <Icon name="check" className="mt-1 text-sage" />}
            <span className="min-w-0">
              <span dir="auto" className="wrap-anywhere font-serif text-lg">
                {words}
              </span>
              {done && <span className="block text-muted text-sm">Done</span>}
            </span>
          </span>
          <Form
            action={tickStep}
            className={pressForm}
            label={`${done ? "Take the tick back" : "Done"}: ${words}`}
          >
            <HiddenField name="learningPlanId" value={planId} />
            <HiddenField name="place" value={String(place)} />
            <HiddenField name="done" value={done ? "no" : "yes"} />
            <SubmitButton variant={done ? "plain" : "quiet"} icon={done ? "undo-2" : "check"}>
              {done ? "Not yet" : "Done"}
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ol>
  );
}
