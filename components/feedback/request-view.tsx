import type { Route } from "next";
import { AnswerForm } from "@/components/feedback/answer-form";
import { Answered } from "@/components/feedback/answered";
import { FollowUp } from "@/components/feedback/follow-up";
import { KeepLetter } from "@/components/feedback/keep-letter";
import { LetterForm } from "@/components/feedback/letter-form";
import { RequestButton } from "@/components/feedback/request-button";
import { SayAsked } from "@/components/feedback/say-asked";
import { SendYourself } from "@/components/feedback/send-yourself";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { Day } from "@/lib/dates";
import type { KeptWords } from "@/lib/drafts/queries";
import { deleteRequest, saySilent, takeStepBack } from "@/lib/feedback/actions";
import { type Fillers, stillOpen } from "@/lib/feedback/fill-ins";
import type { RequestView as Request } from "@/lib/feedback/queries";
import {
  answerAloneDraftKey,
  answerDraftKey,
  letterDraftKey,
  type Step,
  templateDraftKey,
} from "@/lib/feedback/schema";

type Props = {
  request: Request;
  today: Day;
  /** A good day for a reminder, if it is asked today. */
  followUpOn: Day;
  /** What is known of the setback that it is about. */
  known: Fillers;
  lessonWaits: boolean;
  reasonsHref: Route | null;
  isWin: boolean;
  isInJar: boolean;
  /** The id under which the letter may be kept for the next time. */
  templateId: string;
  /** What was typed into its forms and not sent, by their keys. */
  kept: Record<string, KeptWords>;
};

const backWords: Record<Step, string> = {
  asked: "I have not asked yet",
  followed_up: "I have not followed up",
  answered: "They have not answered",
  silent: "I am still waiting",
};

/** One request: its letter, how far it has come, and the few things that can become of it. */
export function RequestView({ request, kept, known, isWin, isInJar, reasonsHref, ...props }: Props) {
  const { id, state, subject, letter, said } = request;
  const letterDraft = kept[letterDraftKey(id)] ?? null;
  const [whole, alone] = [answerDraftKey(id), answerAloneDraftKey(id)];
  const answerKey = props.lessonWaits || (kept[alone] && !kept[whole]) ? alone : whole;
  const answerDraft = kept[answerKey] ?? null;
  const templateDraft = kept[templateDraftKey(id)] ?? null;
  const open = stillOpen(subject, letter);
  const theLetter = (
    <>
      {/* What was filled in stands in the letter now: its fields open anew. */}
      <LetterForm
        key={letterDraft ? "kept" : `open ${open}`}
        request={request}
        known={known}
        draft={letterDraft}
      />
      <Section title="Send it yourself">
        <SendYourself subject={subject} letter={letter} isOpen={open.length > 0} />
      </Section>
    </>
  );
  const answerForm = (summary: string) => (
    <AnswerForm
      key={answerDraft ? "kept" : "fresh"}
      request={request}
      summary={summary}
      lessonWaits={props.lessonWaits}
      draftKey={answerKey}
      draft={answerDraft}
      typedBefore={props.lessonWaits ? (kept[whole] ?? null) : null}
    />
  );
  return (
    <>
      {state === "drafted" && (
        <>
          {theLetter}
          <Section title="When it is on its way">
            <SayAsked requestId={id} today={props.today} followUpOn={props.followUpOn} />
          </Section>
        </>
      )}
      {state === "asked" && (
        <>
          <Card>
            <p className="font-medium font-serif text-lg">
              You asked, on {said.asked}. That was yours to do.
            </p>
            {isWin && (
              <p className="mt-1 text-muted">
                It is among your <TextLink href="/wins">wins</TextLink>, whatever comes back.
              </p>
            )}
          </Card>
          <Section title="One reminder, if you like">
            <FollowUp request={request} />
          </Section>
          <Section title="What came of it">
            {answerForm("They answered")}
            <div className="mt-5 flex flex-wrap">
              <RequestButton action={saySilent} requestId={id} says="No answer came" label="No answer came" />
              <p className="mt-2 max-w-words basis-full text-muted">
                Silence is a normal end. Say so when you are done waiting, and it can rest.
              </p>
            </div>
          </Section>
        </>
      )}
      {state === "silent" && (
        <>
          <Card>
            <p className="font-medium font-serif text-lg">No answer came, and that is a normal end.</p>
            <p className="mt-1 max-w-words text-muted">
              People are busy, and some may not say a word about it. It says nothing about you. You asked, and
              that was the part in your hands. It can rest here now.
            </p>
          </Card>
          <div className="mt-5">{answerForm("They answered after all")}</div>
        </>
      )}
      {state === "answered" && (
        <>
          <Answered request={request} isInJar={isInJar} reasonsHref={reasonsHref} />
          <div className="mt-8">{answerForm("Change what you kept")}</div>
        </>
      )}
      <section aria-label="The rest" className="mt-11 grid gap-3" data-print="no">
        {state !== "drafted" && <Fold summary="The letter">{theLetter}</Fold>}
        <KeepLetter
          key={templateDraft ? "kept" : "fresh"}
          id={props.templateId}
          request={request}
          known={known}
          draft={templateDraft}
        />
        <div className="mt-3 flex flex-wrap gap-x-6 gap-y-2.5">
          {request.canTakeBack && (
            <RequestButton
              action={takeStepBack}
              requestId={id}
              also={{ name: "step", value: request.canTakeBack }}
              says={backWords[request.canTakeBack]}
              label="Go one step back"
              icon="undo-2"
              variant="plain"
            />
          )}
          <RequestButton
            action={deleteRequest}
            requestId={id}
            says="Delete"
            label="Delete this letter"
            icon="trash-2"
            variant="plain"
          />
        </div>
      </section>
    </>
  );
}
