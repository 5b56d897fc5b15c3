import { TextField } from "@/components/forms/text-field";
import { type Fillers, type FillIn, fillIns } from "@/lib/feedback/fill-ins";

type Props = { names: FillIn[]; open: FillIn[]; values: Fillers };

/** A line for each thing that a letter leaves open, which says where it goes. All of them can wait. */
export function FillerFields({ names, open, values }: Props) {
  const fields = names.map((name) => (
    <TextField
      key={name}
      name={name}
      label={fillIns[name].label}
      hint={fillIns[name].hint + (open.includes(name) ? ` It goes where {${name}} stands.` : "")}
      autoComplete="off"
      defaultValue={values[name]}
    />
  ));
  return <div className="grid items-end gap-6 sm:grid-cols-2">{fields}</div>;
}
