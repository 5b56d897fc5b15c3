import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fill, fillIns, goingOut, partsOf, sayOpen, stillOpen, unfill } from "@/lib/feedback/fill-ins";
import { isLongForMail, mailLink } from "@/lib/feedback/mail-link";
import { presets } from "@/lib/templates/presets";

describe("what a letter leaves open", () => {
  test("is filled wherever it stands, and stays open where there is nothing for it", () => {
    expect(
      fill("{name}, {role} at {company}. {role}", { name: "Ms Tern", role: "Dispatcher", company: null }),
    ).toBe("Ms Tern, Dispatcher at {company}. Dispatcher");
  });

  test.each(["$&", "$1 $` $'", "{me}", "\\"])("is filled with %s as it was typed", (said) => {
    expect(fill("To {name}.", { name: said, me: "no" })).toBe(`To ${said}.`);
  });

  test("is asked for once, in one order, and other braces are words", () => {
    expect(stillOpen("{me} {role}", "{name} {role} {salary} {}")).toEqual(["name", "role", "me"]);
    expect(fill("{salary} {}", { name: "x" })).toBe("{salary} {}");
  });

  test("goes out filled, and otherwise as a gap that says what belongs there; other braces go out as typed", () => {
    expect(goingOut("{name}, {role} at {company}, {salary}. {me}", { name: "Ms {Tern}", role: "" })).toBe(
      "Ms {Tern}, [role] at [company], {salary}. [your name]",
    );
  });

  test("never goes out in braces, whatever is written around it or into it", () => {
    const pieces = fc.constantFrom("{", "}", "name", "{me}", "{role}", "a", "$&", "\n");
    fc.assert(
      fc.property(fc.string({ unit: pieces }), fc.string({ unit: pieces }), (text, name) => {
        expect(stillOpen(goingOut(text, { name }))).toEqual([]);
      }),
    );
  });

  test.each([
    [["me"], "your name"],
    [["name", "role", "me"], "their name, the role and your name"],
  ] as const)("is named in words: %j", (open, said) => {
    expect(sayOpen([...open])).toBe(said);
  });

  test("has a word for each", () => {
    for (const { missing, gap } of Object.values(fillIns)) expect(missing).toContain(gap);
  });

  test("stands out between the words around it", () => {
    expect(partsOf("Hello {name}, {x}")).toEqual([
      { text: "Hello ", fillIn: false },
      { text: "{name}", fillIn: true },
      { text: ", {x}", fillIn: false },
    ]);
  });

  test("loses no letter, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("{", "}", "name", "role", "a", "\n", "ü") }), (text) => {
        expect(
          partsOf(text)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });

  test("is left open again in a letter for the next time", () => {
    const known = { name: "Ms Tern", company: "Kestrel", role: "Dispatcher at Kestrel", me: null };
    expect(unfill(["Hello Ms Tern, Dispatcher at Kestrel. Kestrel! Kestrels."], known)).toEqual([
      "Hello {name}, {role}. {company}! Kestrels.",
    ]);
    expect(unfill(["As it is."], {})).toEqual(["As it is."]);
    expect(unfill(["C++ (junior), 100%."], { role: "C++ (junior)", name: "." })).toEqual(["{role}, 100%."]);
  });
});

describe("a letter for the next time", () => {
  const begunFrom = Object.values(presets).flatMap(({ subject, letter }) => [subject, letter]);

  test.each(Object.entries(presets))("has open again what was filled into %s", (_, { subject, letter }) => {
    const fillers = { name: "May", role: "Planner", company: "Bo", me: "Al" };
    const filled = [fill(subject, fillers), fill(letter, fillers)];
    expect(unfill(filled, {}, begunFrom)).toEqual([subject, letter]);
  });

  test("has them open in words that were written to it, too, and leaves other words alone", () => {
    const letter =
      "Hello May,\n\nMay I ask you about the Planner role? Planners may.\n\nKind regards,\nHeron";
    const begun = ["Hello {name},\n\nWell, {role}?\n\nKind regards,\n{me}"];
    const [opened] = unfill([letter], { name: "May", role: "Planner" }, begun);
    expect(opened).toBe(
      "Hello {name},\n\nMay I ask you about the {role} role? Planners may.\n\nKind regards,\n{me}",
    );
  });
});

describe("the way into one's own mail program", () => {
  const letters = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    fc.constantFrom("\r", "\n", "\ud83d", "\0", "&", "'", '"', "%"),
  );
  const anything = fc.string({ unit: letters });

  test("writes out what could mean something in an address", () => {
    expect(mailLink('Thank you & "hello"?', "It's 100% #1 + (a) = b; c/d")).toBe(
      "mailto:?subject=Thank%20you%20%26%20%22hello%22%3F" +
        "&body=It%27s%20100%25%20%231%20%2B%20%28a%29%20%3D%20b%3B%20c%2Fd",
    );
  });

  test.each(["a\nb", "a\r\nb", "a\rb"])("ends lines as mail does: %j", (letter) => {
    expect(mailLink("x", letter)).toBe("mailto:?subject=x&body=a%0D%0Ab");
  });

  test("keeps empty lines, letters of any script, and half a letter from breaking it", () => {
    expect(mailLink("Größe", "Zoë\n\n日本 👩‍🚀")).toBe(
      "mailto:?subject=Gr%C3%B6%C3%9Fe&body=Zo%C3%AB%0D%0A%0D%0A%E6%97%A5%E6%9C%AC%20%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80",
    );
    expect(mailLink("x", "\ud83d")).toBe("mailto:?subject=x&body=%EF%BF%BD");
  });

  test("adds nothing to the mail but its subject and its words, and gives both back as they were", () => {
    fc.assert(
      fc.property(anything, anything, (subject, letter) => {
        const link = mailLink(subject, letter);
        expect(link).toMatch(/^mailto:\?subject=[\w.~%-]*&body=[\w.~%-]*$/);
        const [, said = "", body = ""] = /subject=(.*)&body=(.*)/.exec(link) ?? [];
        const kept = (text: string) => text.toWellFormed().replace(/\r\n?|\n/g, "\r\n");
        expect([decodeURIComponent(said), decodeURIComponent(body)]).toEqual([kept(subject), kept(letter)]);
      }),
    );
  });

  test("is long for some mail programs where the letter is", () => {
    expect(isLongForMail(mailLink("x", "word ".repeat(400)))).toBe(true);
  });
});
