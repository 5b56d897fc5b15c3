import { ChoiceField } from "@/components/forms/choice-field";

type Props = {
  /** Whose companies: "your setbacks". */
  of: string;
  start: string[] | undefined;
};

/** Whether the companies of the member's setbacks are masked in what goes. They are, unless they choose otherwise. */
export function WhichNames({ of, start }: Props) {
  return (
    <ChoiceField
      name="names"
      label="Names of companies"
      hint={`Those of ${of} read “a company”, wherever they stand in this.`}
      defaultValue={start?.[0] ?? "masked"}
      choices={[
        { value: "masked", label: "Without their names" },
        { value: "named", label: "By their names" },
      ]}
    />
  );
}
