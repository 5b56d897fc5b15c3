import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { Press } from "@/components/forms/press";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { endBreak, letMeGo, sayFine, takeBreak } from "@/lib/absences/actions";
import type { OwnSeat } from "@/lib/absences/queries";

/** What a member may say about being there or not: asked for it, of their own accord, or while they take a break. */
export function OwnBreak({ seat }: { seat: OwnSeat }) {
  return (
    <>
      {seat.keptUntil ? <Kept seat={seat} until={seat.keptUntil} /> : seat.isAsked && <Asked seat={seat} />}
      <Section title={seat.keptUntil ? "What the circle reads" : "Take a break"}>
        {!seat.keptUntil && (
          <p className="mb-4 max-w-words">
            Your seat is kept for four weeks, and nothing is expected of you. You read along when you like,
            and come back in one press.
            {seat.hasRole && " What you look after here goes to somebody else meanwhile."}
          </p>
        )}
        <BreakForm seat={seat} />
      </Section>
      <Section title="Let me go">
        <p className="mb-4 max-w-words">
          This frees your seat, and nobody is told. What you wrote stays, under the alias you have here; if
          you would rather take it back, do that first. Anybody who is here can invite you again, as if you
          had never been away.
        </p>
        <Press action={letMeGo} about={aboutOf(seat)} says="Let me go" label="Let me go" variant="quiet" />
      </Section>
    </>
  );
}

const aboutOf = ({ circle }: OwnSeat) => ({ circleId: circle.id });

function Asked({ seat }: { seat: OwnSeat }) {
  return (
    <Card>
      <h2 className="font-medium font-serif text-xl">How are you?</h2>
      <p className="mt-1.5 mb-4 max-w-words">
        Nobody has heard from you here for a while. That is fine, and nobody keeps count. If you would like to
        stay as you are, one press is enough, and nobody asks again for ten days. If you would rather rest, or
        go, that is just as welcome. Without a word, your seat takes a break by itself in a while and is kept
        for you.
      </p>
      <Press action={sayFine} about={aboutOf(seat)} says="I am fine" label="I am fine" variant="primary" />
    </Card>
  );
}

function Kept({ seat, until }: { seat: OwnSeat; until: string }) {
  return (
    <Card>
      <h2 className="font-medium font-serif text-xl">You are taking a break</h2>
      <p className="mt-1.5 mb-4 max-w-words">
        Your seat waits for you until {until}. Nothing is expected meanwhile. After that it is free for
        somebody else; we tell you a week before, and what you wrote stays.
      </p>
      <Press action={endBreak} about={aboutOf(seat)} says="I am back" label="I am back" variant="primary" />
    </Card>
  );
}

function BreakForm({ seat }: { seat: OwnSeat }) {
  return (
    <Form action={takeBreak} opens={seat.pauseLine ?? ""} label="Take a break">
      <HiddenField name="circleId" value={seat.circle.id} />
      <TextField
        name="line"
        label="A line for the circle, if you like"
        hint="“Back after Christmas”. It stands beside your name while you are away."
        defaultValue={seat.pauseLine}
        className="max-w-words"
      />
      <SubmitButton variant="quiet" icon="pause" pendingText="One moment">
        {seat.keptUntil ? "Change the line" : "Pause me"}
      </SubmitButton>
    </Form>
  );
}
