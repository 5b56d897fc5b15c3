import { beforeAll, describe, expect, test } from "vitest";
import type { FormAction } from "@/lib/form-state";
import { submit } from "../people";
import { table } from "./action-table";
import type { Expected } from "./row";
import { aWorld, expectedOf, fingerprint, people, type World } from "./world";

/*
 * The matrix of actions: every one, tried by every kind of person. An action that is not in the table
 * fails the suite. What is not allowed must also have changed nothing.
 */

const modules = import.meta.glob<Record<string, FormAction>>("../../lib/*/actions.ts", { eager: true });
const actions = Object.fromEntries(
  Object.entries(modules).flatMap(([file, exported]) =>
    Object.entries(exported).map(([name, action]) => [`${file.split("/").at(-2)}/${name}`, action]),
  ),
);

let shared: World;
beforeAll(async () => {
  shared = await aWorld();
});

test("every action is in the table, and the table names no other", () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(actions).sort());
});

describe.each(Object.entries(table))("%s", (name, { row, fields, fresh }) => {
  const action = actions[name];
  test.each(people.map((person) => [person, expectedOf(row, person)] as const))(
    "%s: %s",
    async (person, expected) => {
      if (!action) throw new Error(`There is no action ${name}.`);
      const world = fresh ? await aWorld() : shared;
      const sent = await fields(world, person);
      const before = await fingerprint(world);
      const answer = await submit(person === "signed out" ? null : world[person], action, sent);

      expect(sayAnswer(answer)).toEqual(expected === "nothing" ? "done" : expected);
      if (expected !== "done") expect(await fingerprint(world)).toEqual(before);
    },
  );
});

function sayAnswer(answer: Awaited<ReturnType<typeof submit>>): Expected | typeof answer {
  if (answer.status === "went") return answer.to.startsWith("/sign-in") ? "sign in" : "done";
  if (answer.status === "not found") return "404";
  if (answer.status === "refused") return "no";
  return answer.status === "done" ? "done" : answer;
}
