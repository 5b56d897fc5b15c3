import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { Saved } from "@/components/forms/saved";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { QuietClock } from "@/components/writing/quiet-clock";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords } from "@/lib/drafts/queries";
import { keepWriting } from "@/lib/writing/actions";
import { promptOf } from "@/lib/writing/prompts";
import type { Session } from "@/lib/writing/queries";
import { writingDraftKey } from "@/lib/writing/schema";

/**
 * A page to write on, with what to begin from and a quiet clock. Every button keeps the words, so that none costs
 * any. What saved itself and was not kept yet simply stands here, over the words that it was written on.
 */
export function WritingPage({ session, draft }: { session: Session; draft: KeptWords | null }) {
  const { clock } = session;
  return (
    <>
      <Card label="What to begin from">
        <p className="font-serif text-lg">{promptOf(session.number)}</p>
        <p className="mt-3 text-muted text-sm">
          Nothing has to be spelled right, or fair, or finished. If it feels worse than before, stop, at any
          word.
        </p>
      </Card>
      <Form
        action={keepWriting}
        label="Guided writing"
        className="mt-7 flex flex-col gap-6 [&_textarea]:min-h-[45vh]!"
        draft={{ key: writingDraftKey(session.id), action: saveDraft, ...draft }}
        saysSaved="among the fields"
      >
        <HiddenField name="sessionId" value={session.id} />
        {/* A draft says which words it was written on. */}
        <HiddenField name="seen" value={draft?.values.seen?.[0] ?? session.seen} />
        {/* Above the words, and there still when they have grown longer than a phone. */}
        <div className="sticky top-0 z-10 -mb-4 bg-paper">
          <QuietClock key={clock.asOf} left={clock.left} isRunning={clock.isRunning} asOf={clock.asOf}>
            <Button
              type="submit"
              name="press"
              value={clock.isRunning ? "rest" : "go on"}
              variant="plain"
              icon={clock.isRunning ? "pause" : "play"}
            >
              {clock.isRunning ? "Let the clock rest" : "Let the clock go on"}
            </Button>
          </QuietClock>
        </div>
        <TextArea name="words" label="Your page" hideLabel size="letter" defaultValue={session.words} />
        <Saved />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
          <SubmitButton pendingText="Keeping">Keep this</SubmitButton>
          <Button type="submit" name="press" value="end">
            End for today
          </Button>
        </div>
      </Form>
    </>
  );
}
