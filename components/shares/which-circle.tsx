import { ChoiceField } from "@/components/forms/choice-field";
import type { SeatLine } from "@/lib/memberships/queries";

/** In which of their circles, and who the author is there. */
export function WhichCircle({ seats, start }: { seats: SeatLine[]; start: string }) {
  return (
    <ChoiceField
      name="circleId"
      label="Which circle"
      defaultValue={start}
      choices={seats.map(({ id, name, alias }) => ({
        value: id,
        label: name,
        hint: `You are ${alias} there.`,
      }))}
    />
  );
}
