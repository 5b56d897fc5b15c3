import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { openCircle } from "@/lib/circles/actions";
import { codeOf } from "@/lib/invitations/code";
import { joinCircle } from "@/lib/memberships/actions";
import { OWN_NAME, saysMailName } from "@/lib/memberships/own-name";
import { aCircle, aMember, anInvitation } from "../factories";
import { type Fields, submit } from "../people";

test.each([
  ["juniper", "juniper@example.org", true],
  ["JUNIPER", "juniper@example.org", true],
  ["Juniper Heron", "juniper.heron@example.org", true],
  ["Júniper", "juniper88@example.org", true],
  ["juniper88", "juniper88@example.org", true],
  ["j.heron", "J_Heron+jobs@example.org", true],
  ["1984", "1984@example.org", true],
  ["Juniper berry", "juniper@example.org", false],
  ["Wren", "juniper@example.org", false],
  ["🌿", "88@example.org", false],
])("%s for %s: %s", (alias, email, same) => {
  expect(saysMailName(alias, email)).toBe(same);
});

const described = {
  name: "Thursday lanterns",
  purpose: "People between jobs.",
  language: "English",
  timeZone: "Europe/Berlin",
  meetingDay: 4,
  meetingTime: "18:00",
  videoLink: "",
};

describe("an alias that is the name in somebody's address", () => {
  test("is told kindly on the way into a circle, with everything that was typed, and taken when it is sent again", async () => {
    const mark = crypto.randomUUID().replaceAll(/[^a-f]/g, "");
    const heron = await aMember({ name: "Heron", email: `heron${mark}.7@example.org` });
    const facilitator = await aMember();
    const code = codeOf(await anInvitation(facilitator, await aCircle(facilitator)));
    const form: Fields = { code, alias: `Heron ${mark}`, agreed: true };
    expect(await submit(heron, joinCircle, form)).toMatchObject({
      status: "refused",
      fieldErrors: { alias: OWN_NAME },
      values: { alias: [`Heron ${mark}`], agreed: ["on"] },
    });
    expect(await submit(heron, joinCircle, { ...form, aliasKept: true })).toMatchObject({ status: "went" });
  });

  test("and on opening one", async () => {
    const mark = crypto.randomUUID().replaceAll(/[^a-f]/g, "");
    const wren = await aMember({ name: "Wren", email: `wren.${mark}@example.org` });
    const form: Fields = { ...described, alias: `wren${mark}` };
    expect(await submit(wren, openCircle, form)).toMatchObject({ status: "refused" });
    expect(await submit(wren, openCircle, { ...form, aliasKept: true })).toMatchObject({ status: "went" });
    expect(await submit(wren, openCircle, { ...form, alias: "Kestrel" })).toMatchObject({ status: "went" });
  });
});

describe("wherever somebody says how a circle is to call them", () => {
  test("the form knows that a name was told to be the one in their address", () => {
    for (const file of globSync("lib/*/schema.ts")) {
      for (const [form] of readFileSync(file, "utf8").matchAll(
        /export const \w+ = z\.object\(\{.*?\}\);/gs,
      )) {
        if (/alias: aliasField/.test(form)) expect(form, file).toMatch(/aliasKept: tick/);
      }
    }
  });

  test("the action tells them before anything is kept", () => {
    const forms = globSync("lib/*/schema.ts").flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/export const (\w+) = z\.object\(\{(.*?)\}\);/gs)].flatMap(
        ([, name, shape]) => (shape?.includes("alias: aliasField") ? [`${dirname(file)} ${name}`] : []),
      ),
    );
    const actions = globSync("lib/*/actions.ts").flatMap((file) =>
      readFileSync(file, "utf8")
        .split(/(?=export const )/)
        .flatMap((text) => {
          const form = `${dirname(file)} ${/formAction\(\s*(\w+)/.exec(text)?.[1]}`;
          return forms.includes(form) ? [{ form, text, file }] : [];
        }),
    );
    expect(actions.map(({ form }) => form).sort()).toEqual(forms.sort());
    for (const { text, file } of actions) expect(text, file).toContain("requireNameMeant(viewer");
  });

  test("there is one field for it, which says so", () => {
    for (const file of globSync("components/**/*.tsx")) {
      if (file.endsWith("alias-field.tsx")) continue;
      expect(readFileSync(file, "utf8"), file).not.toMatch(/<TextField\s+name="alias"/);
    }
  });
});

describe("there is no search for an alias", () => {
  test("no address asks for one", () => {
    for (const file of globSync("app/**/{page.tsx,route.ts}")) {
      const asked = /const \{([^}]*)\} = await searchParams/.exec(readFileSync(file, "utf8"))?.[1] ?? "";
      expect(`${file} ${asked}`, file).not.toMatch(/alias/i);
    }
  });

  test("no query looks for one beyond a single circle", () => {
    for (const file of globSync("lib/**/*.ts", { exclude: ["lib/generated/**"] })) {
      const text = readFileSync(file, "utf8");
      for (const [where] of text.matchAll(/where: \{[^}]*\balias\b[^}]*\}/g)) {
        // Of one's own seat, or in the one circle in which one looks.
        expect(where, file).toMatch(/circleId|userId: viewer\.id/);
      }
      for (const [where] of text.matchAll(/\balias (?:=(?!=)|like|ilike|~)[^`]*`/g))
        expect(where, file).toMatch(/circle/);
    }
  });
});
