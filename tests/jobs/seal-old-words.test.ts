import { afterAll, expect, test } from "vitest";
import { asSystem } from "@/lib/db";
import { findDraft } from "@/lib/drafts/queries";
import { searchSetbacks } from "@/lib/finding/queries";
import { freshId } from "@/lib/ids";
import { sealOldWords } from "@/lib/jobs/seal-old-words";
import { sealWhileThereIsTime } from "@/lib/jobs/upkeep";
import { keepDataKey } from "@/lib/keep-data-key";
import { UNREADABLE } from "@/lib/private-words";
import { changeSetback, saveSetback } from "@/lib/setbacks/actions";
import { findSetback, listSetbacks, listSuggestions } from "@/lib/setbacks/queries";
import { connected, rows } from "../database/connect";
import { someWait } from "../database/locks";
import { moveToScratchDatabase } from "../database/scratch";
import { aMember, type Member } from "../factories";
import { as, submit } from "../people";

/* What was written before there were keys is sealed after an upgrade, whenever that is stopped. */

// Everybody there is is gone through.
afterAll(await moveToScratchDatabase());

type Account = Pick<Member, "dataKey" | "sealedAt">;

const ask = <T>(sql: string, values: unknown[]) => connected("admin", (admin) => rows<T>(admin, sql, values));

/** As they are now: tests hold what they were when they joined. */
async function now(member: Member): Promise<Member> {
  const [account] = await ask<Account>(
    `select data_key as "dataKey", sealed_at as "sealedAt" from users where id = $1`,
    [member.id],
  );
  return { ...member, ...(account as Account) };
}

/** Somebody from before there were keys, with so many setbacks, a feeling for each, and a draft. */
async function aMemberFromBefore(setbacks: number): Promise<Member & { setbackIds: string[] }> {
  const member = await aMember();
  await ask("update users set data_key = null, sealed_at = null where id = $1", [member.id]);
  const setbackIds = Array.from({ length: setbacks }, () => freshId());
  await writeAsBefore(member, setbackIds, "An old line");
  await ask(
    `insert into drafts (user_id, key, values, typed_at) values ($1, 'win', '{"body": ["Half a thought"]}', now())`,
    [member.id],
  );
  return { ...(await now(member)), setbackIds };
}

/** As the version before writes: "An old line 0" and so on. */
async function writeAsBefore(member: Member, ids: string[], happened: string) {
  await ask(
    `insert into setbacks (user_id, id, happened, company, day, updated_at)
     select $1, id, $3 || ' ' || at - 1, 'Acme', '2026-01-01', '2026-01-01' from unnest($2::uuid[]) with ordinality as s (id, at)`,
    [member.id, ids, happened],
  );
  await ask(
    "insert into feelings (user_id, setback_id, word, strength) select $1, id, 'hollow', 4 from unnest($2::uuid[]) id",
    [member.id, ids],
  );
}

/** How many of a member's texts lie open. */
async function lyingOpen({ id }: Member): Promise<number> {
  const [row] = await ask<{ open: number }>(
    `select ((select count(*) from setbacks where user_id = $1 and (happened not like 'sealed:1:%' or company not like 'sealed:1:%'))
       + (select count(*) from feelings where user_id = $1 and word not like 'sealed:1:%')
       + (select count(*) from drafts where user_id = $1 and values ->> 'sealed' is null))::int as open`,
    [id],
  );
  return row?.open ?? -1;
}

/** With the key that the first sealing makes. */
async function withKey(member: Member): Promise<Member> {
  await as(member, ({ db, id }) => keepDataKey(db, id));
  return now(member);
}

async function read(member: Member, id: string) {
  return as(await now(member), (viewer) => findSetback(viewer, id));
}

test("everything reads the same before, halfway and after, and lies sealed in the end", async () => {
  const members = [await aMemberFromBefore(230), await aMemberFromBefore(0), await aMemberFromBefore(3)];
  const [many, none, few] = members as [(typeof members)[0], (typeof members)[0], (typeof members)[0]];
  const everything = async () => {
    const [first = "", last = ""] = [many.setbackIds[0], many.setbackIds.at(-1)];
    const member = await now(many);
    return {
      first: await read(many, first),
      last: await read(many, last),
      list: await as(member, (viewer) => listSetbacks(viewer)),
      found: await as(member, (viewer) => searchSetbacks(viewer, "acme line 22")),
      suggestions: await as(member, listSuggestions),
      draft: await as(member, (viewer) => findDraft(viewer, "win")),
    };
  };
  const before = await everything();
  expect(before.first).toMatchObject({ happened: "An old line 0", feelings: [{ word: "hollow" }] });
  expect(before.draft?.values).toEqual({ body: ["Half a thought"] });

  // Stopped after each step there is, and begun anew: nothing changes for anybody.
  let steps = 0;
  for (let open = await lyingOpen(many); open > 0; open = await lyingOpen(many)) {
    for await (const _ of sealOldWords()) break;
    const left = await lyingOpen(many);
    expect(left).toBeLessThan(open);
    if (left > 0) expect((await now(many)).sealedAt).toBeNull();
    expect(await everything()).toEqual(before);
    steps++;
  }
  expect(steps).toBeGreaterThan(5);
  for await (const _ of sealOldWords());

  for (const member of [many, none, few]) {
    expect(await lyingOpen(member)).toBe(0);
    expect((await now(member)).sealedAt).toBeInstanceOf(Date);
  }
  expect(await everything()).toEqual(before);
  const [touched] = await ask<{ n: number }>(
    "select count(*)::int as n from setbacks where user_id = $1 and updated_at <> '2026-01-01'",
    [many.id],
  );
  expect(touched?.n).toBe(0);

  // A second time there is nothing to do.
  const [key, at] = [(await now(many)).dataKey, (await now(many)).sealedAt];
  await sealWhileThereIsTime();
  expect(await now(many)).toMatchObject({ dataKey: key, sealedAt: at });
});

test("what a member writes while it goes on is neither lost nor undone, and two at once are as good as one", async () => {
  const heron = await aMemberFromBefore(150);
  const [first = "", ...rest] = heron.setbackIds;
  const last = rest.at(-1) ?? "";
  const [, , ...answers] = await Promise.all([
    sealWhileThereIsTime(),
    sealWhileThereIsTime(),
    ...[first, last].map((setbackId) =>
      submit(heron, changeSetback, { setbackId, happened: "Changed.", feeling: ["calm=2"] }),
    ),
    submit(heron, saveSetback, { id: freshId(), happened: "New.", feeling: ["sad=1"] }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(["went", "went", "went"]);
  await sealWhileThereIsTime();
  expect(await lyingOpen(heron)).toBe(0);
  for (const id of [first, last])
    expect(await read(heron, id)).toMatchObject({
      happened: "Changed.",
      company: null,
      feelings: [{ word: "calm", strength: 2 }],
    });
  for (const [at, id] of rest.slice(0, -1).entries())
    expect(await read(heron, id)).toMatchObject({ happened: `An old line ${at + 1}`, company: "Acme" });
  expect((await as(await now(heron), (viewer) => searchSetbacks(viewer, "new"))).setbacks).toHaveLength(1);
});

test("a feeling that is taken out while it is being sealed is out", async () => {
  const plover = await aMemberFromBefore(1);
  const [setbackId = ""] = plover.setbackIds;
  const change = { setbackId, happened: "Changed.", feeling: ["calm=2"] };
  const answer = await connected("admin", async (sealing) => {
    // The sealing has the feeling in hand, and the form has read it as it was.
    await sealing.query("begin");
    await sealing.query("update feelings set word = $2 where user_id = $1", [
      plover.id,
      await as(await withKey(plover), async ({ words }) => words.seal("feelings.word", setbackId, "hollow")),
    ]);
    const changing = submit(plover, changeSetback, change);
    await someWait(1);
    await sealing.query("commit");
    return changing;
  });
  expect(answer).toEqual({ status: "went", to: `/setbacks/${setbackId}` });
  expect(await read(plover, setbackId)).toMatchObject({ feelings: [{ word: "calm", strength: 2 }] });
});

test("a form from before the upgrade that is sent once more afterwards is there once", async () => {
  const wren = await aMemberFromBefore(0);
  const id = freshId();
  await writeAsBefore(wren, [id], "Sent before");
  const form = { id, happened: "Sent before 0", company: "Acme", day: "2026-01-01", feeling: ["hollow=4"] };
  await submit(wren, saveSetback, form);
  for await (const _ of sealOldWords());
  await submit(wren, saveSetback, form);
  expect(await ask("select from setbacks where user_id = $1", [wren.id])).toHaveLength(1);
});

test("what the version before still wrote beside it, for who was done already or had just joined, is sealed next", async () => {
  const alder = await aMember();
  const id = freshId();
  await writeAsBefore(alder, [id], "By the version before");
  // Nobody can tell it from what somebody else laid there.
  expect(await read(alder, id)).toMatchObject({ happened: UNREADABLE });
  for await (const _ of sealOldWords());
  expect(await read(alder, id)).toMatchObject({
    happened: "By the version before 0",
    company: "Acme",
    feelings: [{ word: "hollow", strength: 4 }],
  });

  // A feeling that both versions noted is one.
  await writeAsBefore(alder, [freshId()], "Another");
  await ask(`insert into feelings (user_id, setback_id, word, strength) values ($1, $2, 'hollow', 9)`, [
    alder.id,
    id,
  ]);
  for await (const _ of sealOldWords());
  expect(await read(alder, id)).toMatchObject({ feelings: [{ word: "hollow", strength: 4 }] });

  const robin = await aMember();
  const old = new Date(Date.now() - 3 * 3_600_000);
  await asSystem((db) => db.user.updateMany({ where: { id: robin.id }, data: { sealedAt: old } }));
  const forged = freshId();
  await writeAsBefore(robin, [forged], "Laid there");
  for await (const _ of sealOldWords());
  expect(await read(robin, forged)).toMatchObject({ happened: UNREADABLE });
});

test("whoever's key does not open keeps nobody else, and is read openly until it does", async () => {
  const [tern, linnet] = [await aMemberFromBefore(2), await aMemberFromBefore(2)];
  await ask("update users set data_key = $2 where id = $1", [tern.id, linnet.id]);
  await expect(sealWhileThereIsTime()).rejects.toThrow();
  expect(await lyingOpen(linnet)).toBe(0);
  expect((await now(linnet)).sealedAt).toBeInstanceOf(Date);
  expect((await now(tern)).sealedAt).toBeNull();
  expect(await read(tern, tern.setbackIds[0] ?? "")).toMatchObject({ happened: "An old line 0" });
  await ask("update users set data_key = null where id = $1", [tern.id]);
  await sealWhileThereIsTime();
  expect(await lyingOpen(tern)).toBe(0);
});
