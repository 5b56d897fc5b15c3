import { expect, test } from "vitest";
import { helplines, listChecked } from "@/lib/helplines/helplines";
import { helplineList } from "@/lib/helplines/schema";

const { countries } = helplines;

test("people in at least twenty countries find somebody who answers", () => {
  expect(countries.length).toBeGreaterThanOrEqual(20);
});

test("no country stands twice, and they are in the order in which one looks for them", () => {
  expect(new Set(countries.map(({ code }) => code)).size).toBe(countries.length);
  const names = countries.map(({ name }) => name);
  expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, "en")));
  const known = new Intl.DisplayNames("en", { type: "region" });
  for (const { code, name } of countries) expect(known.of(code), code).toBe(name);
});

test("every entry says when it was checked, and no day lies in the future", () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  for (const { name, checked } of countries) expect(checked <= tomorrow, name).toBe(true);
  expect(countries.every(({ checked }) => checked >= listChecked)).toBe(true);
});

test("every country has a line that can be called", () => {
  for (const { name, lines } of countries)
    expect(
      lines.some(({ phone }) => phone),
      name,
    ).toBe(true);
});

test.each([
  ["a number with letters", { phone: "0800 HELP" }],
  ["a number that begins with a space", { phone: " 116 123" }],
  ["a number of two digits", { phone: "11" }],
  ["a page without https", { web: "http://example.org" }],
  ["a script for a page", { web: "javascript:alert(1)" }],
  ["no way to reach it at all", {}],
])("%s is not a helpline", (_what, ways) => {
  const [country] = countries;
  const line = { name: "A line", hours: "Day and night", languages: ["English"], ...ways };
  expect(helplineList.safeParse({ ...helplines, countries: [{ ...country, lines: [line] }] }).success).toBe(
    false,
  );
});
