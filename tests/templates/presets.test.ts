import { describe, expect, test } from "vitest";
import { fillIns, stillOpen } from "@/lib/feedback/fill-ins";
import { isLongForMail, mailLink } from "@/lib/feedback/mail-link";
import { artefacts, beginForm, froms } from "@/lib/feedback/schema";
import { freshId } from "@/lib/ids";
import { findPreset, presets, presetsFor, type Template } from "@/lib/templates/presets";
import { templateForm } from "@/lib/templates/schema";

const all = Object.entries<Template>(presets);

describe("the letters to begin with", () => {
  test("are at least eight, and there is one for everything and everybody", () => {
    expect(all.length).toBeGreaterThanOrEqual(8);
    for (const artefact of artefacts)
      for (const askedOf of froms) expect(presetsFor(artefact, askedOf)).not.toEqual([]);
  });

  test.each(all)(
    "%s is brief, kind, and leaves nothing open that has no line to fill it",
    (name, template) => {
      const text = `${template.subject}\n${template.letter}`;
      for (const [, inBraces] of text.matchAll(/\{([^}]*)\}/g))
        expect(fillIns).toHaveProperty(inBraces ?? "");
      expect(stillOpen(text)).toEqual(expect.arrayContaining(["name", "me"]));
      expect(template.letter.split(/\s+/).length).toBeLessThan(100);
      expect(text).not.toMatch(/!|unfortunately|reject|fail|why did/i);
      // Nobody owes an answer.
      expect(template.letter).toMatch(
        /fine|welcome|understand|one honest sentence|as plain as you like|glad of it|may I ask/i,
      );
      expect(isLongForMail(mailLink(template.subject, template.letter))).toBe(false);
      const form = { id: freshId(), ...template };
      expect(templateForm.safeParse(form).success).toBe(true);
      expect(beginForm.safeParse({ ...form, template: name }).success).toBe(true);
      expect(findPreset(name)).toBe(template);
    },
  );

  test("are told apart by when they fit", () => {
    for (const artefact of artefacts)
      for (const askedOf of froms) {
        const titles = presetsFor(artefact, askedOf).map(({ title }) => title);
        expect(new Set(titles).size).toBe(titles.length);
      }
  });

  test.each(["", "toString", "__proto__", "nothing"])("have names, and %j is none", (name) => {
    expect(findPreset(name)).toBeNull();
  });
});
