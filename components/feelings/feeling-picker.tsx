"use client";
import { described, Hint, Problem } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";
import { readFeeling, sayFeeling, strengths } from "@/lib/feelings/rules";

/**
 * What it feels like, in a few words. Each word is one choice that says how strong it is, so that a tap
 * and a turn are enough; left alone, it says nothing.
 */
export function FeelingPicker({
  words,
  chosen,
  own,
  ownStrength,
}: {
  words: string[];
  /** As the form says them: "deflated=8". */
  chosen: string[];
  own: string;
  ownStrength: string;
}) {
  const field = useField("feeling", chosen);
  const ownField = useField("ownFeeling", [own]);
  const ownStrengthField = useField("ownStrength", [ownStrength]);
  const before = new Map(field.values.map((value) => [readFeeling(value)?.word ?? "", value]));
  before.delete("");
  const offered = [...new Set([...words, ...before.keys()])];
  const strengthOf = (word: string) => before.get(word) ?? "";
  return (
    <fieldset className="min-w-0" aria-describedby={field.hintId}>
      <legend className="mb-1 font-medium">What does it feel like?</legend>
      <Hint id={field.hintId}>Only if you like. Choose how strong, from 0 to 10.</Hint>
      <Problem id={field.errorId}>{field.error}</Problem>
      <ul className="flex flex-wrap gap-2">
        {offered.map((word, index) => (
          <li key={word}>
            <select
              key={strengthOf(word)}
              id={index === 0 ? field.id : undefined}
              name="feeling"
              aria-label={word}
              defaultValue={strengthOf(word)}
              className={pill}
              {...(index === 0 && described(field, null))}
            >
              <option value="">{word}</option>
              {strengths.map((strength) => (
                <option key={strength} value={sayFeeling({ word, strength })}>
                  {word} {strength}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <Problem id={ownField.errorId}>{ownField.error}</Problem>
        <Problem id={ownStrengthField.errorId}>{ownStrengthField.error}</Problem>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <input
          id={ownField.id}
          name="ownFeeling"
          aria-label="A word of your own"
          placeholder="A word of your own"
          autoComplete="off"
          dir="auto"
          defaultValue={ownField.values[0] ?? ""}
          className="control peer w-56! rounded-full!"
          {...described(ownField, null)}
        />
        <select
          key={ownStrengthField.values[0]}
          id={ownStrengthField.id}
          name="ownStrength"
          aria-label="How strong, your own word"
          defaultValue={ownStrengthField.values[0] || "5"}
          className={`${pill} peer-placeholder-shown:hidden`}
          {...described(ownStrengthField, null)}
        >
          {strengths.map((strength) => (
            <option key={strength} value={strength}>
              {strength} of 10
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}

const pill =
  "gentle field-sizing-content min-h-11 appearance-none rounded-full border border-control bg-paper px-4 text-base " +
  "hover:border-ink has-[option:checked:not([value=''])]:border-sage has-[option:checked:not([value=''])]:bg-sage-soft " +
  "has-[option:checked:not([value=''])]:text-sage";
