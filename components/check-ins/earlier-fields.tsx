import { ChoiceField } from "@/components/forms/choice-field";
import { TextField } from "@/components/forms/text-field";
import type { OwnWeek } from "@/lib/check-ins/queries";
import { askedOf } from "@/lib/check-ins/schema";
import { outcomes, outcomeWords } from "@/lib/commitments/outcomes";

type Earlier = NonNullable<OwnWeek["earlier"]>;

/** What somebody said they would do, come back to them: how it went, and whether to go on with it. */
export function EarlierFields({ commitments }: Pick<Earlier, "commitments">) {
  return (
    <ul className="grid gap-5">
      {commitments.map((commitment) => (
        <li key={commitment.id} className="rounded-2xl border border-line px-5 py-5 sm:px-6">
          <OneEarlier commitment={commitment} />
        </li>
      ))}
    </ul>
  );
}

function OneEarlier({ commitment }: { commitment: Earlier["commitments"][number] }) {
  const { id, words, outcome, reason, smaller, isCarriedOver } = commitment;
  const names = askedOf(id);
  return (
    <fieldset className="group/earlier grid min-w-0 gap-4">
      <legend dir="auto" className="wrap-anywhere mb-4 font-serif text-lg">
        {words}
      </legend>
      <ChoiceField
        name={names.outcome}
        label="How did it go?"
        choices={outcomes.map((value) => ({ value, label: outcomeWords[value] }))}
        defaultValue={outcome}
      />
      <TextField
        name={names.reason}
        label="Why, if you like to say"
        defaultValue={reason}
        autoComplete="off"
      />
      {isCarriedOver ? (
        <p className="text-muted">You go on with it this week.</p>
      ) : (
        <>
          <ChoiceField
            name={names.next}
            label="And now?"
            choices={[
              { value: "rest", label: "Let it rest" },
              { value: "carry", label: "Carry it over" },
              { value: "smaller", label: "Make it smaller" },
            ]}
            defaultValue="rest"
          />
          <div className="hidden group-has-[[value=smaller]:checked]/earlier:block">
            <TextField
              name={names.smaller}
              label="The smaller one"
              hint="Half of it counts, and so do five minutes."
              defaultValue={smaller}
              autoComplete="off"
            />
          </div>
        </>
      )}
    </fieldset>
  );
}
