import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { chooseWhatGoes } from "@/lib/shares/actions";
import type { Preview } from "@/lib/shares/queries";
import { leavesWords, saysOnlyThat } from "@/lib/shares/rules";
import { valuesOfChoice } from "@/lib/shares/schema";

/** Says, beside a preview, what does not go along and may have been meant to. */
export function LeftOut({
  setback,
  preview: { choice, shown },
}: {
  setback: { id: string; happened: string };
  preview: Preview;
}) {
  if (leavesWords(setback, choice)) {
    return (
      <Notice
        title="Your words stay here"
        action={
          <Form action={chooseWhatGoes} label="Add your words">
            {Object.entries(valuesOfChoice({ ...choice, wordsToo: true })).flatMap(([name, values]) =>
              values.map((value) => <HiddenField key={`${name} ${value}`} name={name} value={value} />),
            )}
            <SubmitButton variant="quiet" pendingText="Adding them">
              Add my words
            </SubmitButton>
          </Form>
        }
      >
        You wrote some for the circle, and “My words too” was not ticked.
      </Notice>
    );
  }
  if (!saysOnlyThat(shown)) return null;
  return (
    <Notice>
      This says that there was a setback, and nothing more. That can be enough. If you would like them to know
      a little, <TextLink href={`/setbacks/${setback.id}/share`}>change what goes</TextLink>.
    </Notice>
  );
}
