import { Agreements } from "@/components/circles/agreements";
import { IAgree } from "@/components/meetings/i-agree";
import { KeptTurn } from "@/components/meetings/kept-turn";
import { WriteTurn } from "@/components/meetings/write-turn";
import { WrittenWords } from "@/components/meetings/written-words";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { Draft } from "@/lib/drafts/queries";
import type { CircleThere, MeetingInWriting } from "@/lib/meetings/queries";
import { sayWhoWrote } from "@/lib/meetings/say";
import { turnDraftKey } from "@/lib/written-turns/schema";

/**
 * A meeting in writing, open or over: each step with what people wrote there, and a place for one's own words. Without
 * scripts one place is open at a time, since sending one box reads the page anew and would empty the others.
 */
export function WrittenMeetingView({
  circle,
  meeting,
  drafts,
  at,
}: {
  circle: CircleThere;
  meeting: MeetingInWriting;
  drafts: Record<string, Draft>;
  /** The step whose place is open without scripts; the first one without words of the viewer's unless told. */
  at?: string | undefined;
}) {
  const { steps, wrote } = meeting.written;
  const open = steps.find(({ key }) => key === at) ?? steps.find(({ mine }) => mine === null) ?? steps[0];
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
          <WrittenWords circleId={meeting.circleId} words={step.words} isOpen={meeting.isOpen} />
          {meeting.isOpen ? (
            <>
              <div className={step === open ? "" : "noscript:hidden"}>
                {step.mine === null ? (
                  <WriteTurn
                    meeting={meeting}
                    step={step}
                    draft={drafts[turnDraftKey(step.key, meeting.id)]}
                  />
                ) : (
                  <KeptTurn
                    meeting={meeting}
                    step={step}
                    draft={drafts[turnDraftKey(step.key, meeting.id)]}
                  />
                )}
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
