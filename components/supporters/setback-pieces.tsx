import { ChoiceField } from "@/components/forms/choice-field";
import { Fold } from "@/components/ui/fold";
import { type Day, sayDay } from "@/lib/dates";
import { maskFor } from "@/lib/shares/mask";
import type { Choosing } from "@/lib/supporters/queries";
import { partsField, type SetbackPart } from "@/lib/supporters/schema";

type Props = {
  setbacks: Choosing["setbacks"];
  /** What was ticked before, by the name of its field. */
  chosen: Record<string, string[]>;
  today: Day;
};

/** Setbacks, each opened to choose what goes of it, piece by piece. */
export function SetbackPieces({ setbacks, chosen, today }: Props) {
  if (setbacks.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">Setbacks</legend>
      <p className="mb-3 text-muted text-sm">
        Open one to choose what goes of it, piece by piece. They get a copy: what you change later stays here.
      </p>
      <div className="grid gap-2.5">
        {setbacks.map((setback) => (
          <Fold
            key={setback.id}
            open={Boolean(chosen[partsField(setback.id)])}
            summary={
              <>
                <span className="block text-ink">{setback.title}</span>
                <span className="wrap-anywhere block text-sm">
                  {sayDay(setback.day, today)}. {setback.beginning}
                </span>
              </>
            }
          >
            <ChoiceField
              several
              name={partsField(setback.id)}
              label="What goes of it"
              look="cards"
              choices={partsOf(setback, today)}
            />
          </Fold>
        ))}
      </div>
    </fieldset>
  );
}

function partsOf(setback: Choosing["setbacks"][number], today: Day): { value: SetbackPart; label: string }[] {
  const { kind, title, role, stage, day, company, industry, feelings } = setback;
  const parts: [SetbackPart, string | null][] = [
    ["happened", "What happened, in your words"],
    ["kind", kind && `What kind it was: ${title}`],
    ["stage", stage && `How far it had come: ${stage}`],
    ["role", role && `Role: ${role}`],
    ["day", `Day: ${sayDay(day, today)}`],
    [
      "feelings",
      feelings.length > 0
        ? `What it felt like: ${feelings.map(({ word, strength }) => `${word} ${strength}`).join(", ")}`
        : null,
    ],
    ["company", company && `The employer, as “${maskFor(company, industry)}”`],
    ["named", company && `The employer by its name: ${company}`],
  ];
  return parts.flatMap(([value, label]) => (label ? [{ value, label }] : []));
}
