import { Card } from "@/components/ui/card";
import { Prose } from "@/components/ui/prose";
import type { FormState } from "@/lib/form-state";
import { isTyped } from "@/lib/send-again";

/**
 * What a form without JavaScript said that was not kept, with its words. A form says so itself as long as it is on the
 * page, and this is then not shown (globals.css). But what it was about may be gone by now: newer posts moved the
 * answered one off the page, or somebody took it back.
 */
export function Unplaced({ refusal: { message, values = {} } }: { refusal: FormState }) {
  const words = Object.entries(values).flatMap(([name, texts]) =>
    texts.filter((value) => isTyped({ name, value })),
  );
  return (
    <div role="alert" className="unplaced mb-8">
      <Card tone="line">
        <p className="font-semibold">{message}</p>
        {words.length > 0 && (
          <>
            <p className="mt-3 text-muted">
              The form it was in is not on this page any more. Copy your words from here:
            </p>
            {words.map((text) => (
              <blockquote key={text} className="mt-3 border-line border-l-2 pl-4">
                <Prose words={text} />
              </blockquote>
            ))}
          </>
        )}
      </Card>
    </div>
  );
}
