import { expect, test } from "vitest";
import { likelyCountry } from "@/lib/helplines/rules";

const known = ["AT", "BR", "CH", "DE", "GB", "PT", "US"];

test.each([
  ["en-GB,en;q=0.9", "GB"],
  ["de", "DE"],
  ["de-AT,de;q=0.9,en;q=0.8", "AT"],
  ["gsw-CH, de;q=0.5", "CH"],
  ["zh-Hans-CN;q=0.4, pt-BR;q=0.9", "BR"],
  ["en;q=0.9, pt;q=0.8", "PT"],
  ["en", null],
  ["fr-FR", null],
  ["de;q=0", null],
  ["*", null],
  ["", null],
  [null, null],
  [";;;,,,q=1", null],
  ["constructor, __proto__;q=0.9", null],
])("who reads %j is shown %s first", (accepted, country) => {
  expect(likelyCountry(accepted, known)).toBe(country);
});
