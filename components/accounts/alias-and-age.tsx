import { CheckField } from "@/components/forms/check-field";
import { TextField } from "@/components/forms/text-field";

/** What nobody else can say for somebody who joins: how circles will see them, and that they are of age. */
export function AliasAndAge() {
  return (
    <>
      <TextField
        name="name"
        label="Your name in circles"
        autoComplete="off"
        required
        hint="Take an alias. Circles are private, but word gets around, and an employer should not recognise you by your name."
      />
      <CheckField name="adult" label="I am 18 or older" required />
    </>
  );
}
