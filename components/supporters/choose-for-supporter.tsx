import { CheckField } from "@/components/forms/check-field";
import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Fold } from "@/components/ui/fold";
import { type Day, sayDay } from "@/lib/dates";
import { saveDraft } from "@/lib/drafts/actions";
import { maskFor } from "@/lib/shares/mask";
import { chooseForSupporter } from "@/lib/supporters/actions";
import type { Choosing } from "@/lib/supporters/queries";
import { DAYS_UNLESS_TOLD, LINK_DAYS } from "@/lib/supporters/rules";
import { CHOOSING, partsField, type SetbackPart } from "@/lib/supporters/schema";

/** The first of two steps: what somebody outside will see. Nothing is ticked beforehand. */
export function ChooseForSupporter({ choosing }: { choosing: Choosing }) {
  const { choosing: kept, chosen, goals, setbacks, name, today } = choosing;
  const start = (kept ?? chosen)?.values ?? {};
  const first = (field: string) => start[field]?.[0];
  return (
    <Form
      action={chooseForSupporter}
      label="What they will see"
      className="mt-8 flex max-w-words flex-col gap-8"
      draft={{
        key: CHOOSING,
        action: saveDraft,
        ...(kept ? kept : chosen && { values: chosen.values }),
      }}
    >
      <TextField
        name="name"
        label="Whom is it for?"
        hint="For you alone, to tell your links apart: “Sam from the career centre”."
        required
        autoComplete="off"
      />
      <TextField
        name="called"
        label="What do they call you?"
        hint="They see this name. It need not be the one your circles know."
        defaultValue={name}
        required
        autoComplete="off"
      />
      {goals.length > 0 && (
        <>
          <ChoiceField
            name="goals"
            label="Goals"
            hint="With their rhythm, and on which days of this week you showed up."
            look="cards"
            defaultValue="none"
            choices={[
              { value: "none", label: "None" },
              { value: "all", label: "All that go on", hint: "Those that you add later, too." },
              { value: "chosen", label: "Only these" },
            ]}
          />
          <Fold summary="Which goals" open={first("goals") === "chosen"}>
            <ChoiceField
              several
              name="goal"
              label="If only some"
              look="cards"
              choices={goals.map(({ id, title, asks }) => ({ value: id, label: title, hint: asks }))}
            />
          </Fold>
        </>
      )}
      <CheckField
        name="wins"
        label="Wins"
        hint="The latest twenty as you wrote them, and those that you write later. Pictures beside them stay with you."
      />
      <ChoiceField
        name="names"
        label="Names of companies"
        hint="Those of your setbacks read “a company”, wherever they stand in this. A setback's own company is chosen with it below."
        defaultValue="masked"
        choices={[
          { value: "masked", label: "Without their names" },
          { value: "named", label: "By their names" },
        ]}
      />
      {setbacks.length > 0 && (
        <fieldset className="min-w-0">
          <legend className="mb-1 font-medium">Setbacks</legend>
          <p className="mb-3 text-muted text-sm">
            Open one to choose what goes of it, piece by piece. They get a copy: what you change later stays
            here.
          </p>
          <div className="grid gap-2.5">
            {setbacks.map((setback) => (
              <Fold
                key={setback.id}
                open={Boolean(start[partsField(setback.id)])}
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
      )}
      <SelectField
        name="days"
        label="For how long"
        hint="You can end it at any moment before, in one press."
        defaultValue={String(DAYS_UNLESS_TOLD)}
        choices={LINK_DAYS.map((days) => ({
          value: String(days),
          label: days === 1 ? "A day" : `${days} days`,
        }))}
      />
      <SubmitButton pendingText="Making the preview" className="sm:self-start">
        See what they will see
      </SubmitButton>
    </Form>
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
