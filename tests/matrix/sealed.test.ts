import { afterAll, expect, test } from "vitest";
import type { FormAction } from "@/lib/form-state";
import { type Column, sealedColumns } from "@/lib/private-words";
import { aCanaryWorld } from "../../e2e/canary-world";
import { connected, listTables, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { submit } from "../people";
import { table } from "./action-table";
import { aWorld, people } from "./world";

/*
 * Nothing that `sealedColumns` names ever lies open: not after any action of the matrix, and not in a world in which
 * every column of every table holds something.
 */

afterAll(await moveToScratchDatabase());

const modules = import.meta.glob<Record<string, FormAction>>("../../lib/*/actions.ts", { eager: true });
const columns = Object.keys(sealedColumns) as Column[];

/** How many rows hold something in each sealed column, and how many of them hold it openly. */
const lookThrough = () =>
  connected("admin", async (admin) => {
    const found: Record<string, { all: number; open: number }> = {};
    for (const column of columns) {
      const [name, field] = column.split(".");
      const [row] = await rows<{ all: number; open: number }>(
        admin,
        `select count(*)::int as all, count(*) filter (where t.text not like 'sealed:1:%')::int as open
         from (select coalesce(to_jsonb(${field}) ->> 'sealed', to_jsonb(${field}) #>> '{}') as text from ${name}) t
         where t.text is not null and t.text <> ''`,
      );
      if (row) found[column] = row;
    }
    return found;
  });

test("after every action, by whoever may do it, each sealed column holds sealed words alone", async () => {
  for (const [file, exported] of Object.entries(modules)) {
    for (const [name, action] of Object.entries(exported)) {
      const { row, fields } = table[`${file.split("/").at(-2)}/${name}`] ?? {};
      const person = people.find((one) => (row?.[one] ?? row?.anyoneElse) === "done" && one !== "signed out");
      if (!fields || !person || person === "signed out") continue;
      const world = await aWorld();
      await submit(world[person], action, await fields(world, person));
    }
  }
  const found = await lookThrough();
  expect(Object.entries(found).filter(([, { open }]) => open > 0)).toEqual([]);
  for (const column of ["setbacks.happened", "drafts.values"]) expect(found[column]?.all).toBeGreaterThan(0);
}, 120_000);

test("a dump of a world that is full of canaries holds none of what is sealed", async () => {
  await aCanaryWorld();
  const found = await lookThrough();
  expect(Object.entries(found).filter(([, { all, open }]) => all === 0 || open > 0)).toEqual([]);
  const dump = await connected("admin", async (admin) => {
    const texts: string[] = [];
    for (const name of await listTables(admin))
      texts.push(
        ...(await rows<{ text: string }>(admin, `select t::text as text from ${name} t`)).map(
          ({ text }) => text,
        ),
      );
    return texts.join("\n");
  });
  for (const column of columns)
    expect(dump, column).not.toMatch(new RegExp(`canary-\\w+-\\w+-${column.replace(".", "-")}\\b`));
  for (const open of ["goals-title", "wins-body", "posts-body"])
    expect(dump).toMatch(new RegExp(`canary-\\w+-\\w+-${open}`));
}, 60_000);
