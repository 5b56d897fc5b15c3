import { CheckField } from "@/components/forms/check-field";
import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { SetbackPieces } from "@/components/supporters/setback-pieces";
import { Fold } from "@/components/ui/fold";
import { saveDraft } from "@/lib/drafts/actions";
import { chooseForSupporter } from "@/lib/supporters/actions";
import type { Choosing } from "@/lib/supporters/queries";
import { DAYS_UNLESS_TOLD, LINK_DAYS } from "@/lib/supporters/rules";
import { CHOOSING } from "@/lib/supporters/schema";

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
              choices={goals.map(({ id, title, rhythmInWords }) => ({
                value: id,
                label: title,
                hint: rhythmInWords,
              }))}
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
      <SetbackPieces setbacks={setbacks} chosen={start} today={today} />
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
