import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CheckField } from "@/components/forms/check-field";
import { ChoiceField } from "@/components/forms/choice-field";
import { FormContext } from "@/components/forms/form-context";
import { FormFold } from "@/components/forms/form-fold";
import { SelectField } from "@/components/forms/select-field";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";

type Given = { values?: Record<string, string[]>; errors?: Record<string, string> };

/** Fields as they stand in a form that came back, or was opened afresh. */
const draw = (fields: ReactNode, { values, errors = {} }: Given = {}) =>
  renderToStaticMarkup(
    <FormContext
      value={{ id: "f", pending: false, keeper: null, bad: Object.keys(errors).length > 0, errors, values }}
    >
      {fields}
    </FormContext>,
  );

const choices = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
];

test("fields that are folded away are open while one of them needs a look", () => {
  const fold = (
    <FormFold summary="More">
      <TextField name="line" label="Line" />
    </FormFold>
  );
  expect(draw(fold)).not.toContain("<details open");
  expect(draw(fold, { errors: { line: "Write a line." } })).toContain("<details open");
});

test("a form that comes back holds what was typed, not what it opened with", () => {
  const values = { line: ["typed"], words: ["many\nwords"], one: ["b"], few: ["b"], tick: ["on"] };
  const drawn = draw(
    <>
      <TextField name="line" label="Line" defaultValue="before" />
      <TextArea name="words" label="Words" defaultValue="before" />
      <SelectField name="one" label="One" choices={choices} defaultValue="a" />
      <ChoiceField name="few" label="Few" choices={choices} several defaultValue={["a"]} />
      <CheckField name="tick" label="Tick" />
    </>,
    { values },
  );
  expect(drawn).toContain('value="typed"');
  expect(drawn).toContain(">many\nwords</textarea>");
  expect(drawn).toContain('<option value="b" selected="">');
  expect(drawn).not.toContain("before");
  expect(drawn).toMatch(/name="few"[^>]*checked=""[^>]*value="b"|value="b"[^>]*checked=""/);
  expect(drawn).not.toMatch(/name="few"[^>]*checked=""[^>]*value="a"|value="a"[^>]*checked=""/);
  expect(drawn).toMatch(/name="tick"[^>]*checked=""|checked=""[^>]*name="tick"/);
});

test("a tick that was taken away stays away, though it was there at first", () => {
  const drawn = draw(<CheckField name="tick" label="Tick" defaultChecked />, { values: { other: ["x"] } });
  expect(drawn).not.toContain("checked");
});

test("a field that was not sent opens with its default", () => {
  expect(draw(<TextField name="day" label="Day" defaultValue="2026-11-22" />, { values: {} })).toContain(
    'value="2026-11-22"',
  );
});

test("a password never stands in a page, wherever it came from", () => {
  const drawn = draw(<TextField name="password" type="password" label="Password" defaultValue="secret" />, {
    values: { password: ["secret"] },
  });
  expect(drawn).not.toContain("secret");
});

test("a problem is tied to its field, together with the hint", () => {
  const drawn = draw(<TextField name="line" label="Line" hint="One is enough." />, {
    errors: { line: "Write a line or two." },
  });
  expect(drawn).toContain('<label for="f-line"');
  expect(drawn).toContain('aria-describedby="f-line-hint f-line-error"');
  expect(drawn).toContain('aria-invalid="true"');
  expect(drawn).toMatch(/id="f-line-error"[^>]*>.*Write a line or two\./);
});

test("the first of several choices is where a problem leads", () => {
  const drawn = draw(<ChoiceField name="need" label="Need" choices={choices} />, {
    errors: { need: "Please choose one of these." },
  });
  expect(drawn).toMatch(/<input[^>]*id="f-need"[^>]*value="a"/);
  expect(drawn).toContain('<fieldset class="min-w-0" aria-describedby="f-need-error">');
});

test("suggestions are offered, and a field without any has no list", () => {
  expect(draw(<TextField name="company" label="Company" suggestions={["Basalt"]} />)).toContain(
    '<datalist id="f-company-list"><option value="Basalt"></option></datalist>',
  );
  expect(draw(<TextField name="company" label="Company" suggestions={[]} />)).not.toContain("list");
});
