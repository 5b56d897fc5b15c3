import { TextArea } from "@/components/forms/text-area";
import { screenWords } from "@/components/wishes/screens";
import { WishForm, type WishFormProps } from "@/components/wishes/wish-form";
import type { Part } from "@/lib/wishes/rules";

/** One screen of a picture: one question, one sentence. */
export function SentenceForm({ part, said, ...form }: WishFormProps & { part: Part; said?: string | null }) {
  const { asks, hint } = screenWords[part];
  return (
    <WishForm label="Your sentence" says={said ? "Save the change" : "Keep it, and go on"} {...form}>
      <TextArea
        name="words"
        label={asks}
        hint={`${hint} One sentence.`}
        rows={3}
        required
        defaultValue={said}
      />
    </WishForm>
  );
}
