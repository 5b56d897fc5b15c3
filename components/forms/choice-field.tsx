"use client";
import { described, type FieldWords, Hint, Problem } from "./field-frame";
import { useField } from "./form-context";
import type { Choice } from "./select-field";

type Props = Omit<FieldWords, "hideLabel"> & {
  name: string;
  choices: Choice[];
  required?: boolean;
  /** Pills stand in a row; cards stand under each other and have room for a hint each. */
  look?: "pills" | "cards";
} & (
    | { several?: false; defaultValue?: string | null | undefined }
    | { /** Any number of them. */ several: true; defaultValue?: string[] | undefined }
  );

/** One of a few, or several of them, all in view. */
export function ChoiceField({ name, label, hint, choices, required, look = "pills", ...rest }: Props) {
  const field = useField(name, [rest.defaultValue ?? []].flat(), rest.several);
  const first = choices[0]?.value;
  return (
    <fieldset className="min-w-0" aria-describedby={described(field, hint)["aria-describedby"]}>
      <legend className="mb-1 font-medium">{label}</legend>
      <Hint id={field.hintId}>{hint}</Hint>
      <Problem id={field.errorId}>{field.error}</Problem>
      <div className={look === "pills" ? "flex flex-wrap gap-2.5" : "grid gap-2.5"}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={`choice gentle flex min-h-11 items-center gap-2.5 border border-control hover:border-ink ${looks[look]}`}
          >
            <input
              id={choice.value === first ? field.id : undefined}
              type={rest.several ? "checkbox" : "radio"}
              name={name}
              value={choice.value}
              required={required && !rest.several}
              defaultChecked={field.values.includes(choice.value)}
              className="size-4.5 flex-none outline-none"
            />
            <span className="min-w-0">
              <span className={look === "cards" ? "block font-medium" : ""}>{choice.label}</span>
              {choice.hint && <span className="block text-muted text-sm">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const looks = { pills: "rounded-full py-1.5 pr-4.5 pl-3.5", cards: "rounded-xl px-4 py-2.5" };
