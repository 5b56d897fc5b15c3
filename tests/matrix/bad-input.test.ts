import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { FormAction } from "@/lib/form-state";
import { formOf } from "../form";
import { browserOf, type Sent, send } from "../people";
import { table } from "./action-table";
import { aWorld, expectedOf, type Person, people, type World } from "./world";

/*
 * Every action, sent what no form of ours would send. Whatever it is, the answer is one of ours: done, a kind
 * sentence, a page elsewhere, or a 404. It is never a fault, and every text comes back with a "no".
 */

type Entry = [name: string, value: string | File];

const MEGABYTE = 1024 * 1024;
const rough: Record<string, string> = {
  nothing: "",
  blanks: " \t\n\u00a0\u2003 ",
  "a megabyte": "word ".repeat(MEGABYTE / 5),
  NUL: "no\0 offer\0",
  "half a surrogate pair": "no \ud83c offer \udf27",
  "marks that turn the text around": "\u202eno offer\u2066 مرفوض \u202c\u200f",
  "ten thousand emoji": "👩‍👩‍👧".repeat(1250),
  SQL: `'; drop table users; --" \\ $1 %s {"a":1}`,
  HTML: `</textarea><script>alert(1)</script><img src=x onerror=alert(1)>&lt;`,
  "line breaks": "Juniper\r\nBcc: everyone@example.org\r\n\r\nHello\rthere",
  "a number that is none": "NaN",
  "a huge number": "1e308",
  "a number below all": "-99999999999999999999",
  "a name of every object": "__proto__",
  "a path": "../../../etc/passwd",
  JSON: `{"$gt":"","toString":null}`,
  "another's id": "00000000-0000-7000-8000-000000000000",
  "a day that is none": "2026-02-30",
  "the end of time": "275760-09-13",
};

const modules = import.meta.glob<Record<string, FormAction>>("../../lib/*/actions.ts", { eager: true });
const actionOf = (name: string): FormAction => {
  const [noun, verb] = name.split("/");
  const action = modules[`../../lib/${noun}/actions.ts`]?.[verb ?? ""];
  if (!action) throw new Error(`There is no action ${name}.`);
  return action;
};

// Printed with a failure; given here, it happens again.
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

describe.each(Object.entries(table))("%s", (name, { row, fields }) => {
  const action = actionOf(name);
  const sender = people.find((person) => person !== "signed out" && expectedOf(row, person) === "done");
  const person: Exclude<Person, "signed out"> = sender && sender !== "signed out" ? sender : "author";
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });

  const entries = async (): Promise<Entry[]> => [...formOf(await fields(world, person))];
  const answered = async (sent: Entry[]) => {
    const data = new FormData();
    for (const [field, value] of sent) data.append(field, value);
    expectOurs(await send(await browserOf(world[person]), action, data), sent);
  };

  test.each(Object.entries(rough))("%s", async (_what, text) => {
    const good = await entries();
    for (const changed of good.keys()) {
      await answered(good.map(([field, value], at) => [field, at === changed ? text : value]));
    }
  });

  test("fields left out, sent twice, sent as files, or never heard of", async () => {
    const good = await entries();
    const file = () => new File(["no offer"], "../../\r\n.txt");
    for (const changed of good.keys()) {
      await answered(good.filter((_, at) => at !== changed));
      await answered(good.flatMap((entry, at): Entry[] => (at === changed ? [entry, entry] : [entry])));
      await answered(good.map(([field, value], at) => [field, at === changed ? file() : value]));
    }
    const strange = [
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      "then",
      "",
      "\0",
      "\ud83c",
      "$ACTION_ID_x",
    ];
    await answered([...good, ...strange.map((field): Entry => [field, "x"])]);
    await answered([]);
  });

  test("something that is no form at all", async () => {
    for (const nothing of [undefined, null, 7, "x", [], {}, new Map(), () => "x"]) {
      expectOurs(await send(await browserOf(world[person]), action, nothing as unknown as FormData), []);
    }
  });

  test(`anything of it together (SEED=${seed})`, async () => {
    const good = await entries();
    const value = fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      fc.constantFrom(...Object.values(rough).filter((text) => text.length < MEGABYTE)),
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.array(fc.string({ maxLength: 5 }), { maxLength: 60 }),
    );
    const changes = fc.tuple(...good.map(() => value));
    await fc.assert(
      fc.asyncProperty(changes, (values) =>
        answered(
          good.flatMap(([field, kept], at): Entry[] =>
            [values[at] ?? kept].flat().map((text): Entry => [field, text]),
          ),
        ),
      ),
      { numRuns: 25, seed },
    );
  });
});

function expectOurs(answer: Sent, sent: Entry[]): void {
  expect(["done", "invalid", "refused", "went", "not found"]).toContain(answer.status);
  if (answer.status !== "invalid" && answer.status !== "refused") return;
  expect(answer.message).toMatch(/^[A-Z].*\.$/);
  expect(answer.message).not.toContain("went wrong");
  for (const problem of Object.values(answer.fieldErrors ?? {}))
    expect(problem).toMatch(/^(?!Invalid|Too )[A-Z]/);
  for (const [field, value] of sent) {
    // When it was typed, a browser says anew each time.
    if (typeof value !== "string" || /password|^typedAt$/i.test(field) || field.startsWith("$ACTION"))
      continue;
    expect(ofField(answer.values, keepable(field)), field).toContain(keepable(value).replace(/\r\n?/g, "\n"));
  }
}

const ofField = (values: Record<string, string[]> = {}, field: string) =>
  Object.hasOwn(values, field) ? values[field] : [];

/** What Postgres can keep of a text. */
const keepable = (text: string) => text.toWellFormed().replaceAll("\0", "");
