import { Agreements } from "@/components/circles/agreements";
import { CommitmentForm } from "@/components/meetings/commitment-form";
import { HoldsIt } from "@/components/meetings/holds-it";
import { IAgree } from "@/components/meetings/i-agree";
import { StepClock } from "@/components/meetings/step-clock";
import { Turn } from "@/components/meetings/turn";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { Prose } from "@/components/ui/prose";
import { lacksSecondDay } from "@/lib/circles/rules";
import { sayWeekly } from "@/lib/circles/say-meetings";
import type { Draft } from "@/lib/drafts/queries";
import type { LiveMeeting } from "@/lib/meetings/meeting-there";
import type { CircleThere } from "@/lib/meetings/queries";
import { sayNames } from "@/lib/meetings/say";
import { scripts } from "@/lib/meetings/scripts";

/** The step that a meeting is at: its clock, whose turn it is, and what to say. */
export function StepCard({
  circle,
  meeting,
  draft,
  newId,
}: {
  circle: CircleThere;
  meeting: LiveMeeting;
  draft: Draft | undefined;
  newId: string;
}) {
  const { live } = meeting;
  const { step } = live;
  return (
    <Card label="What goes on now">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div role="status">
          <p className="text-muted text-sm">
            Step {live.at + 1} of {live.steps.length}
          </p>
          <h2 className="font-medium font-serif text-2xl">{step.title}</h2>
        </div>
        <StepClock left={live.left} asOf={live.asOf} />
      </div>
      {live.exercise && (
        <div className="mt-4 max-w-words">
          <p className="font-medium">{live.exercise.title}</p>
          <Prose words={live.exercise.words} />
        </div>
      )}
      {step.isRound && <Turn meeting={meeting} />}
      {step.key === "commitments" && <CommitmentForm meeting={meeting} draft={draft} newId={newId} />}
      {step.key === "agreements" && <Adopting circle={circle} meeting={meeting} />}
      {step.key === "when_to_meet" && <WhenToMeet circle={circle} />}
      <HoldsIt meeting={meeting} />
      <div className="mt-5">
        <Fold summary="What you can say, if you hold it" toRead open={live.holder?.isMe ?? false}>
          <Prose words={scripts[step.key].join("\n\n")} className="max-w-words" />
          {live.each !== null && (
            <p className="mt-3 text-muted text-sm">
              {live.hotSeats !== null
                ? `There is time for about ${live.hotSeats} of you. Whoever needs it least can pass.`
                : `About ${live.each} ${live.each === 1 ? "minute" : "minutes"} for each of you.`}
            </p>
          )}
        </Fold>
      </div>
    </Card>
  );
}

function Adopting({ circle, meeting }: { circle: CircleThere; meeting: LiveMeeting }) {
  const adopted = meeting.people.filter((person) => person.adopted);
  const names = adopted.map((person) => (person.isMe ? "You" : person.alias));
  return (
    <div className="mt-4">
      <Agreements text={circle.agreements} />
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
        {!adopted.some((person) => person.isMe) && <IAgree meeting={meeting} />}
        <p role="status" className="text-muted text-sm">
          {names.length > 0 ? `${sayNames(names)} agreed to it.` : ""}
        </p>
        {circle.canLookAfter && (
          <ButtonLink href={`/circles/${circle.id}/care/agreements`} variant="plain">
            Change the agreements
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

function WhenToMeet({ circle }: { circle: CircleThere }) {
  return (
    <div className="mt-4">
      <p>
        So far: {sayWeekly(circle)}, by the circle's own clock.
        {lacksSecondDay(circle) && " You would like to meet twice a week: the second day is yours to choose."}
      </p>
      {circle.canLookAfter ? (
        <p className="mt-3">
          <ButtonLink href={`/circles/${circle.id}/care/description`}>Write down another time</ButtonLink>
        </p>
      ) : (
        <p className="text-muted text-sm">Those who look after the circle can write down another.</p>
      )}
    </div>
  );
}
