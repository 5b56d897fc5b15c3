import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FeelingPicker } from "@/components/feelings/feeling-picker";
import { FormContext } from "@/components/forms/form-context";

const draw = (
  errors: Record<string, string> = {},
  props: Partial<ComponentProps<typeof FeelingPicker>> = {},
) =>
  renderToStaticMarkup(
    <FormContext value={{ id: "f", pending: false, keeper: null, bad: false, errors, values: undefined }}>
      <FeelingPicker words={["sad", "tired"]} chosen={[]} own="" ownStrength="" {...props} />
    </FormContext>,
  );
/** The control to which the summary of a form's problems leads. */
const control = (drawn: string, name: string) =>
  new RegExp(`<(?:input|select)[^>]*id="f-${name}"[^>]*>`).exec(drawn)?.[0];

test.each(["feeling", "ownFeeling", "ownStrength"])("a problem with %s is tied to its control", (name) => {
  const drawn = draw({ [name]: "Please look here." });
  expect(control(drawn, name)).toContain('aria-invalid="true"');
  expect(control(drawn, name)).toMatch(new RegExp(`aria-describedby="[^"]*f-${name}-error"`));
  expect(drawn).toMatch(new RegExp(`id="f-${name}-error"[^>]*>.*Please look here\\.`));
  expect(drawn.match(/aria-invalid/g)).toHaveLength(1);
});

test("without a problem nothing is called invalid", () => {
  expect(draw()).not.toMatch(/aria-invalid|-error/);
});

test("what was chosen before is offered, though it lies to hand no more", () => {
  const drawn = draw({}, { chosen: ["sad=3", "hollow=7"] });
  expect(drawn).toContain('<option value="hollow=7" selected="">');
  expect(drawn).toContain('<option value="sad=3" selected="">');
  expect(drawn.match(/aria-label="sad"/g)).toHaveLength(1);
});
