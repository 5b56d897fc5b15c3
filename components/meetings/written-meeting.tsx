import { Agreements } from "@/components/circles/agreements";
import { CommitmentsSaid } from "@/components/meetings/commitments-said";
import { IAgree } from "@/components/meetings/i-agree";
import { KeptTurn } from "@/components/meetings/kept-turn";
import { WriteHere } from "@/components/meetings/write-here";
import type { WrittenStep } from "@/components/meetings/write-turn";
import { WrittenWords } from "@/components/meetings/written-words";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { Draft } from "@/lib/drafts/queries";
import type { MeetingInWriting } from "@/lib/meetings/meeting-there";
import type { CircleThere } from "@/lib/meetings/queries";
import { sayWhoWrote } from "@/lib/meetings/say";

/**
 * A meeting in writing, open or over: each step with what people wrote there, and a place for one's own words. Without
 * scripts one place is open at a time, since sending one box reads the page anew and would empty the others.
 */
export function WrittenMeetingView({
  circle,
  meeting,
  drafts,
  newId,
  at,
}: {
  circle: CircleThere;
  meeting: MeetingInWriting;
  drafts: Record<string, Draft>;
  /** For what they say that they will do. */
  newId: string;
  /** The step whose place is open without scripts; the first one without words of the viewer's unless told. */
  at?: string | undefined;
}) {
  const { steps, wrote } = meeting.written;
  const isDone = ({ key, mine }: WrittenStep) =>
    mine !== null || (key === "commitments" && meeting.commitments.some(({ isMe }) => isMe));
  const open = steps.find(({ key }) => key === at) ?? steps.find((step) => !isDone(step)) ?? steps[0];
  const names = wrote.map((person) => (person.isMe ? "You" : person.alias));
  return (
    <>
      {meeting.isOpen && (
        <Notice icon="pencil" title={sayWhoWrote(names) ?? "Nobody has written yet"}>
          Open until <Time moment={{ ...meeting.closes, said: meeting.closes.exact }} />. Write where you have
          something to say, and leave the rest. You can change your words until then.
        </Notice>
      )}
      {meeting.isOpen && (
        <noscript>
          <p className="mt-4 text-muted text-sm">
            One box is open at a time here. Send what you wrote before you open another.
          </p>
        </noscript>
      )}
      {steps.map((step) => (
        <Section key={step.key} title={step.title}>
          {step.exercise && (
            <div className="mb-4 max-w-words">
              <p className="font-medium">{step.exercise.title}</p>
              <Prose words={step.exercise.words} />
            </div>
          )}
          {step.key === "agreements" && <Adopting circle={circle} meeting={meeting} />}
          {step.key === "check_in" && <WeekToo circleId={meeting.circleId} />}
          {step.key === "commitments" && !meeting.isOpen && <CommitmentsSaid said={meeting.commitments} />}
          {(step.key !== "commitments" || step.words.length > 0) && (
            <WrittenWords circleId={meeting.circleId} words={step.words} isOpen={meeting.isOpen} />
          )}
          {meeting.isOpen ? (
            <>
              <div className={step === open ? "" : "noscript:hidden"}>
                <WriteHere meeting={meeting} step={step} drafts={drafts} newId={newId} />
              </div>
              {step !== open && (
                <noscript>
                  <a href={`/circles/${circle.id}/meeting?write=${step.key}`} className="link">
                    {step.mine === null ? "Write here" : "Change what I wrote, or take it back"}
                    <span className="sr-only">: {step.title}</span>
                  </a>
                </noscript>
              )}
            </>
          ) : step.mine === null ? null : (
            <KeptTurn meeting={meeting} step={step} draft={undefined} />
          )}
        </Section>
      ))}
    </>
  );
}

const WeekToo = ({ circleId }: { circleId: string }) => (
  <p className="mb-3 text-muted text-sm">
    What you write here is your check-in of the week, too.{" "}
    <TextLink href={`/circles/${circleId}/week`}>What everybody said for this week</TextLink>
  </p>
);

function Adopting({ circle, meeting }: { circle: CircleThere; meeting: MeetingInWriting }) {
  const mine = meeting.people.find((person) => person.isMe);
  return (
    <div className="mb-5 grid gap-4">
      <Fold summary="What we agree on" toRead open={!mine?.adopted}>
        <Agreements text={circle.agreements} />
      </Fold>
      {meeting.isOpen && !mine?.adopted && <IAgree meeting={meeting} />}
    </div>
  );
}
