import type { Route } from "next";
import { AnswerForm } from "@/components/feedback/answer-form";
import { Answered } from "@/components/feedback/answered";
import { Asked, Silent } from "@/components/feedback/asked";
import { LetterForm } from "@/components/feedback/letter-form";
import { RequestButton } from "@/components/feedback/request-button";
import { SayAsked } from "@/components/feedback/say-asked";
import { SendYourself } from "@/components/feedback/send-yourself";
import { TieToSetback } from "@/components/feedback/tie-to-setback";
import type { Choice } from "@/components/forms/select-field";
import { KeepTemplate } from "@/components/templates/keep-template";
import { Fold } from "@/components/ui/fold";
import { Section } from "@/components/ui/section";
import type { Day } from "@/lib/dates";
import type { KeptWords } from "@/lib/drafts/queries";
import { deleteRequest, takeStepBack } from "@/lib/feedback/actions";
import type { AskedAbout, RequestView as Request } from "@/lib/feedback/queries";
import { answerAloneDraftKey, answerDraftKey, letterDraftKey, type Step } from "@/lib/feedback/schema";
import { templateDraftKey } from "@/lib/templates/schema";

type Props = {
  request: Request;
  today: Day;
  /** A good day for a reminder, if it is asked today. */
  followUpOn: Day;
  /** The setback that it is about. */
  setback: AskedAbout | null;
  /** Those that it may be about. */
  setbacks: Choice[];
  waits: boolean;
  isWin: boolean;
  isInJar: boolean;
  /** The id under which the letter may be kept for the next time. */
  templateId: string;
  /** The letters that the member keeps already; this one may have begun from one of them. */
  own: { subject: string; letter: string }[];
  /** What was typed into its forms and not sent, by their keys. */
  kept: Record<string, KeptWords>;
};

const backWords: Record<Step, string> = {
  asked: "I have not asked yet",
  followed_up: "I have not followed up",
  answered: "They have not answered",
  silent: "I am still waiting",
};

/** A draft of the answer, saying what was typed last of it: the other one may have been typed since. */
function withNewerAnswer(draft: KeptWords | undefined, other: KeptWords | undefined): KeptWords | null {
  if (!draft) return null;
  const answer = other && other.typedAt > draft.typedAt && other.values.answer;
  return answer ? { ...draft, values: { ...draft.values, answer } } : draft;
}

/** One request: its letter, how far it has come, and the few things that can become of it. */
export function RequestView({ request, setback, setbacks, kept, isWin, isInJar, waits, ...props }: Props) {
  const { id, state } = request;
  const letterDraft = kept[letterDraftKey(id)] ?? null;
  const [whole, alone] = [answerDraftKey(id), answerAloneDraftKey(id)];
  const answerKey = waits || (kept[alone] && !kept[whole]) ? alone : whole;
  const answerDraft = withNewerAnswer(kept[answerKey], kept[answerKey === whole ? alone : whole]);
  const templateDraft = kept[templateDraftKey(id)] ?? null;
  const known = { ...setback?.known, ...request.known };
  const theLetter = (
    <>
      <LetterForm request={request} known={known} draft={letterDraft} />
      <Section title="Send it yourself">
        <SendYourself request={request} values={known} />
      </Section>
    </>
  );
  const answerForm = (summary: string) => (
    <AnswerForm
      request={request}
      summary={summary}
      waits={waits}
      draftKey={answerKey}
      draft={answerDraft}
      typedBefore={waits ? (kept[whole] ?? null) : null}
    />
  );
  // A reason belongs to a setback, so what they said can become one where it is known which.
  const canTie = state === "answered" && request.jarEntryId !== null && !setback && !waits;
  const tie = setbacks.length > 0 && (
    <TieToSetback
      key={`tied to ${setback?.id}`}
      requestId={id}
      summary={setback ? "It is about another setback" : "Tie it to one of your setbacks"}
      setbacks={setbacks}
      tiedTo={setback?.id ?? null}
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
        <Asked request={request} isWin={isWin}>
          {answerForm("They answered")}
        </Asked>
      )}
      {state === "silent" && <Silent>{answerForm("They answered after all")}</Silent>}
      {state === "answered" && (
        <>
          <Answered
            request={request}
            isInJar={isInJar}
            reasonsHref={setback && !waits ? (`/setbacks/${setback.id}/learn` as Route) : null}
            canTie={canTie}
            tie={tie}
          />
          <div className="mt-8">
            {answerForm(
              request.lesson || waits ? "Change what you kept" : "Write down what you take from it",
            )}
          </div>
        </>
      )}
      <section aria-label="The rest" className="mt-11 grid gap-3" data-print="no">
        {state !== "drafted" && <Fold summary="The letter">{theLetter}</Fold>}
        {(request.canGoOut || templateDraft) && (
          <KeepTemplate
            id={props.templateId}
            request={request}
            known={known}
            own={props.own}
            draft={templateDraft}
          />
        )}
        {!canTie && tie}
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
