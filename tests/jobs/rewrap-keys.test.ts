import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { asSystem } from "@/lib/db";
import { searchSetbacks } from "@/lib/finding/queries";
import { freshId } from "@/lib/ids";
import { type Rewrapped, rewrapKeys } from "@/lib/jobs/rewrap-keys";
import { saveSetback } from "@/lib/setbacks/actions";
import { findSetback } from "@/lib/setbacks/queries";
import { requireVaultOf } from "../../scripts/database.ts";
import { freshVaultKey } from "../../scripts/vault-keys.ts";
import { moveToScratchDatabase } from "../database/scratch";
import { aMember, type Member } from "../factories";
import { aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";

/* A new vault key, with the old one beside it: every member's key comes under the new one, and opens all the while. */

// Everybody there is is gone through. Every process has both keys already, as an operator is told.
afterAll(await moveToScratchDatabase());
const [before, after] = [process.env.VAULT_KEY ?? "", freshVaultKey(2)];
beforeAll(() => {
  process.env.VAULT_KEY = `${after},${before}`;
});
afterAll(() => {
  process.env.VAULT_KEY = before;
});
beforeEach(() => asSystem((db) => db.user.updateMany({ data: { dataKey: null } })));

const bytesOf = (key: string) => Buffer.from(key.slice(2), "base64url");

/** Somebody whose key is under the old vault key, with a setback. */
async function aMemberFromBefore(): Promise<Member & { setbackId: string }> {
  const member = await aMember();
  const { id: setbackId } = await aSetback(member, { happened: `Of ${member.id}.` });
  const place = Buffer.from(`users.data_key|${member.id}`);
  const wrapped = bytesOf(member.dataKey ?? "");
  const opening = createDecipheriv("aes-256-gcm", bytesOf(after), wrapped.subarray(0, 12))
    .setAAD(place)
    .setAuthTag(wrapped.subarray(12, 28));
  const dataKey = Buffer.concat([opening.update(wrapped.subarray(28)), opening.final()]);
  const nonce = randomBytes(12);
  const closing = createCipheriv("aes-256-gcm", bytesOf(before), nonce).setAAD(place);
  const sealed = Buffer.concat([closing.update(dataKey), closing.final()]);
  const old = `1:${Buffer.concat([nonce, closing.getAuthTag(), sealed]).toString("base64url")}`;
  await asSystem((db) => db.user.updateMany({ where: { id: member.id }, data: { dataKey: old } }));
  return { ...member, dataKey: old, setbackId };
}

async function now<M extends Member>(member: M): Promise<M> {
  const { dataKey, sealedAt } = await asSystem((db) =>
    db.user.findUniqueOrThrow({ where: { id: member.id }, select: { dataKey: true, sealedAt: true } }),
  );
  return { ...member, dataKey, sealedAt };
}

const versionsInUse = async (): Promise<string[]> => {
  const all = await asSystem((db) => db.user.findMany({ where: { dataKey: { not: null } } }));
  return all.map(({ dataKey }) => dataKey?.slice(0, 2) ?? "").sort();
};

const read = async (member: Member & { setbackId: string }) =>
  as(await now(member), (viewer) => findSetback(viewer, member.setbackId));

async function toTheEnd(atOnce?: number): Promise<Rewrapped> {
  let sum: Rewrapped = { done: 0, stuck: 0 };
  for await (sum of rewrapKeys(atOnce));
  return sum;
}

test("killed halfway it goes on, members read all the while, and a second time it does nothing", async () => {
  const members = [await aMemberFromBefore(), await aMemberFromBefore(), await aMemberFromBefore()];
  for await (const far of rewrapKeys(1)) {
    expect(far).toEqual({ done: 1, stuck: 0 });
    break;
  }
  expect(await versionsInUse()).toEqual(["1:", "1:", "2:"]);
  for (const member of members) expect(await read(member)).toMatchObject({ happened: `Of ${member.id}.` });

  expect(await toTheEnd(1)).toEqual({ done: 2, stuck: 0 });
  expect(await versionsInUse()).toEqual(["2:", "2:", "2:"]);
  for (const member of members) expect(await read(member)).toMatchObject({ happened: `Of ${member.id}.` });
  const keys = await Promise.all(members.map(async (member) => (await now(member)).dataKey));
  expect(await toTheEnd()).toEqual({ done: 0, stuck: 0 });
  expect(await Promise.all(members.map(async (member) => (await now(member)).dataKey))).toEqual(keys);
});

test("what members write meanwhile is there afterwards, whichever key they were met under", async () => {
  const members = await Promise.all(Array.from({ length: 8 }, aMemberFromBefore));
  const newcomer = await aMember();
  await asSystem((db) => db.user.updateMany({ where: { id: newcomer.id }, data: { dataKey: null } }));
  let rotating = true;
  const writing = [...members, newcomer].map(async (member) => {
    let written = 0;
    // At least once after the end, too.
    for (let last = false; !last; written++) {
      last = !rotating;
      const sent = await submit(member, saveSetback, { id: freshId(), happened: `Meanwhile ${written}.` });
      expect(sent.status).toBe("went");
    }
    return written;
  });
  const sum = await toTheEnd(1);
  rotating = false;
  const written = await Promise.all(writing);
  expect(sum).toEqual({ done: 8, stuck: 0 });
  expect(new Set(await versionsInUse())).toEqual(new Set(["2:"]));
  for (const [at, member] of [...members, newcomer].entries()) {
    const found = new Set<string>();
    const { setbacks } = await as(await now(member), (viewer) => searchSetbacks(viewer, "meanwhile"));
    for (const { excerpt } of setbacks) found.add(excerpt);
    expect(found.size).toBe(Math.min(written[at] ?? 0, 20));
  }
});

test("afterwards the new key alone opens everything, and without it nothing starts", async () => {
  const juniper = await aMemberFromBefore();
  const database = process.env.DATABASE_URL ?? "";
  await requireVaultOf(database, `${after},${before}`);
  await expect(requireVaultOf(database, after)).rejects.toThrow(/VAULT_KEY, of version 1/);
  await toTheEnd();
  await requireVaultOf(database, after);
  await expect(requireVaultOf(database, before)).rejects.toThrow(/VAULT_KEY, of version 2/);
  await expect(requireVaultOf(database, freshVaultKey(2))).rejects.toThrow(/VAULT_KEY, of version 2/);

  // A process that was started with the new one alone.
  vi.resetModules();
  process.env.VAULT_KEY = after;
  const { privateWords } = await import("@/lib/private-words");
  const [row] = await as(juniper, ({ db }) => db.setback.findMany({ where: { userId: juniper.id } }));
  const words = privateWords(await now(juniper));
  expect(words.open("setbacks.happened", juniper.setbackId, row?.happened ?? "")).toBe(`Of ${juniper.id}.`);
});

test("a key that opens with none stays as it is, keeps nobody else, and is counted", async () => {
  const [one, altered, other] = [
    await aMemberFromBefore(),
    await aMemberFromBefore(),
    await aMemberFromBefore(),
  ];
  const broken = `${altered.dataKey?.slice(0, -4)}AAAA`;
  await asSystem((db) => db.user.updateMany({ where: { id: altered.id }, data: { dataKey: broken } }));
  expect(await toTheEnd(1)).toEqual({ done: 2, stuck: 1 });
  expect((await now(altered)).dataKey).toBe(broken);
  for (const member of [one, other])
    expect(await read(member)).toMatchObject({ happened: `Of ${member.id}.` });
});
