import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { ButtonLink } from "@/components/ui/button";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { lookAtThanks } from "@/lib/landings/actions";
import { thanksDraftKey } from "@/lib/landings/schema";

type Props = {
  circleId: string;
  draft: Kept | null;
  /** What was looked at before, to be changed. */
  words: string;
};

/** The first step: a few words to the circle, or none. */
export function WriteThanks({ circleId, draft, words }: Props) {
  const key = thanksDraftKey(circleId);
  return (
    <>
      {draft && <KeptWords draftKey={key} />}
      <Form
        action={lookAtThanks}
        label="A thank-you to the circle"
        className="mt-8 flex max-w-words flex-col gap-6"
        draft={{ key, action: saveDraft, ...draft }}
      >
        <HiddenField name="circleId" value={circleId} />
        <TextArea
          name="words"
          label="A few words to your circle"
          hint="What did they do that helped? Leave out the name of where you are going; you can tell them that it is good."
          rows={6}
          defaultValue={words}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
          <SubmitButton icon="eye" pendingText="One moment">
            See how it looks
          </SubmitButton>
          <ButtonLink href={`/circles/${circleId}/land?step=quietly`} variant="plain">
            Go on without words
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
