import { TextField } from "@/components/forms/text-field";
import { type Fillers, type FillIn, fillIns } from "@/lib/feedback/fill-ins";

/** A line for each thing that a letter leaves open. All of them can wait. */
export function FillerFields({ names, values }: { names: FillIn[]; values: Fillers }) {
  return names.map((name) => (
    <TextField
      key={name}
      name={name}
      label={fillIns[name].label}
      hint={fillIns[name].hint}
      autoComplete="off"
      defaultValue={values[name]}
    />
  ));
}
