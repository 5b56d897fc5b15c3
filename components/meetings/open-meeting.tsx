import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card } from "@/components/ui/card";
import { openMeeting } from "@/lib/meetings/actions";
import { lengths } from "@/lib/meetings/agenda";
import type { MeetingPlace } from "@/lib/meetings/queries";

/** Opens a meeting: live or in writing, how long, and at the very beginning the first one. */
export function OpenMeeting({ id, place }: { id: string; place: MeetingPlace }) {
  const { circle, earlier } = place;
  const isFirst = earlier.length === 0;
  return (
    <Card className="mt-8">
      <h2 className="font-medium font-serif text-xl">
        {isFirst ? "Open your first meeting" : "Open a meeting"}
      </h2>
      <p className="mt-1 max-w-words text-muted">{whoMay(place)}</p>
      <Form action={openMeeting} label="Open a meeting" className="group/open mt-5 flex flex-col gap-6">
        <HiddenField name="id" value={id} />
        <HiddenField name="circleId" value={circle.id} />
        <ChoiceField
          name="kind"
          label="How do you meet?"
          defaultValue={circle.videoLink ? "live" : "writing"}
          choices={[
            { value: "live", label: "Live", hint: "Everybody follows on their own screen." },
            { value: "writing", label: "In writing", hint: "Open for two days, for whoever has a moment." },
          ]}
          look="cards"
        />
        <div className="group-has-[[value=writing]:checked]/open:hidden">
          <ChoiceField
            name="minutes"
            label="How long?"
            defaultValue="60"
            choices={lengths.map((length) => ({ value: String(length), label: `${length} minutes` }))}
          />
        </div>
        {isFirst && (
          <ChoiceField
            name="agenda"
            label="What for?"
            defaultValue="first"
            choices={[
              {
                value: "first",
                label: "To get to know each other",
                hint: "Stories first, then what you agree on, then when to meet.",
              },
              {
                value: "weekly",
                label: "A weekly meeting",
                hint: "Check-in, an exercise, hot seat, commitments.",
              },
            ]}
            look="cards"
          />
        )}
        <SubmitButton className="md:self-start" icon="play" pendingText="Opening it">
          Open the meeting
        </SubmitButton>
      </Form>
    </Card>
  );
}

function whoMay({ circle, isDay, holder }: MeetingPlace): string {
  if (!isDay) return "Your circle does not meet today. You look after it, so you can open a meeting anyway.";
  if (circle.role === "facilitator")
    return "It is yours to hold this time. Whoever opens it holds it; that can change at any moment.";
  return `${holder ?? "Whoever looks after it"} holds the circle and is offered this first. If they are not here, open it yourself: you wait for nobody.`;
}
