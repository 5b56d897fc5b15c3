import { OfferWords } from "@/components/check-ins/offer-words";
import { KeptField } from "@/components/forms/kept-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import type { OwnWeek } from "@/lib/check-ins/queries";
import { type Day, sayDay } from "@/lib/dates";

const LABELS = ["One thing", "Another", "A third"];

/** Up to three commitments, each with the day that it is to be done by. Goals are offered while one types. */
export function PlaceFields({
  places,
  days,
  goals,
}: Pick<OwnWeek, "days" | "goals"> & {
  places: { id: string; words: string | null; byDay: Day | null }[];
}) {
  return (
    <>
      <ul className="grid gap-5">
        {places.map(({ id, words, byDay }, index) => {
          // A day that has gone by stays chosen, for whoever changes something else.
          const choices = byDay && !days.includes(byDay) ? [byDay, ...days] : days;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: it is a place, whatever stands in it.
            <li key={index} className="grid gap-x-4 gap-y-2 sm:grid-cols-[1fr_14rem]">
              <KeptField name={`id${index + 1}`} value={id} />
              <TextField
                name={`words${index + 1}`}
                label={LABELS[index] ?? "One more"}
                defaultValue={words}
                suggestions={goals}
                autoComplete="off"
              />
              <SelectField
                name={`day${index + 1}`}
                label="By"
                defaultValue={byDay ?? ""}
                choices={[
                  { value: "", label: "any day this week" },
                  ...choices.map((day) => ({ value: day, label: sayDay(day, day) })),
                ]}
              />
            </li>
          );
        })}
      </ul>
      <OfferWords />
    </>
  );
}
