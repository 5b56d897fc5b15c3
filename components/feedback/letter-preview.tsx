import { Card } from "@/components/ui/card";
import { partsOf } from "@/lib/feedback/fill-ins";

/** A letter with what is still to fill in it standing out. */
export function LetterPreview({ subject, letter }: { subject: string; letter: string }) {
  return (
    <Card label="The letter to begin with" className="mt-6">
      <p className="wrap-anywhere font-medium">
        <Parts text={subject} />
      </p>
      <p className="wrap-anywhere mt-3 max-w-words whitespace-pre-wrap font-serif text-lg">
        <Parts text={letter} />
      </p>
    </Card>
  );
}

const Parts = ({ text }: { text: string }) =>
  partsOf(text).map((part, at) =>
    part.fillIn ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name, and no state.
      <mark key={at} className="rounded-md bg-sage-soft px-1 text-sage">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
