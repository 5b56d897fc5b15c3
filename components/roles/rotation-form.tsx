import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { chooseRotation } from "@/lib/roles/actions";
import type { Roles } from "@/lib/roles/queries";
import { rhythms, rhythmWords } from "@/lib/roles/rules";

/** How often the roles go round: the facilitator's choice, seen by everybody. */
export function RotationForm({ roles }: { roles: Pick<Roles, "circle" | "every" | "canChoose"> }) {
  const chosen = rhythms.find((weeks) => weeks === roles.every) ?? 0;
  if (!roles.canChoose) {
    return (
      <p className="max-w-words">
        {chosen ? (
          <>Roles go round {rhythmWords[chosen].toLowerCase()}, by seats. </>
        ) : (
          <>Roles stay until somebody hands them over. </>
        )}
        <span className="text-muted">Whoever holds the circle can change that.</span>
      </p>
    );
  }
  return (
    <Form action={chooseRotation} label="How roles go round">
      <HiddenField name="circleId" value={roles.circle.id} />
      <ChoiceField
        name="every"
        label="When does it become the next one's turn?"
        hint="A change makes the schedule anew, beginning with you, and swaps that were agreed are over."
        defaultValue={String(chosen)}
        choices={rhythms.map((weeks) => ({ value: String(weeks), label: rhythmWords[weeks] }))}
      />
      <SubmitButton variant="quiet" pendingText="Saving">
        Save
      </SubmitButton>
    </Form>
  );
}
