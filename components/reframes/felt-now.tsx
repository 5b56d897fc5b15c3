"use client";
import { described, Hint, Problem } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";
import { readFeeling, sayFeeling, strengths } from "@/lib/feelings/rules";
import type { Felt } from "@/lib/reframes/rules";

/** How strong each feeling is now, beside what it was before. Left alone, it says nothing. */
export function FeltNow({ feelings }: { feelings: Felt[] }) {
  const noted = feelings.map(({ word, after }) =>
    after === null ? "" : sayFeeling({ word, strength: after }),
  );
  const field = useField("after", noted);
  const now = new Map(field.values.map((value) => [readFeeling(value)?.word ?? "", value]));
  return (
    <fieldset className="min-w-0" aria-describedby={field.hintId}>
      <legend className="mb-1 font-medium">And now, how strong is it?</legend>
      <Hint id={field.hintId}>From 0 to 10. It need not have changed.</Hint>
      <Problem id={field.errorId}>{field.error}</Problem>
      <ul className="grid gap-2">
        {feelings.map(({ word, before }, index) => {
          const value = now.get(word) ?? "";
          return (
            <li key={word} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="wrap-anywhere min-w-32">
                <bdi>{word}</bdi> <span className="text-muted text-sm">{before} before</span>
              </span>
              <select
                key={value}
                id={index === 0 ? field.id : undefined}
                name="after"
                aria-label={`${word}, now`}
                defaultValue={value}
                className="control w-auto! rounded-full!"
                {...(index === 0 && described(field, null))}
              >
                <option value="">Not now</option>
                {strengths.map((strength) => (
                  <option key={strength} value={sayFeeling({ word, strength })}>
                    {strength} of 10
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
