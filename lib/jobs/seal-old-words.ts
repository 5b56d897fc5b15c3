import "server-only";
import { subHours } from "date-fns/subHours";
import { asMember, asSystem, type Db } from "@/lib/db";
import { Prisma } from "@/lib/generated/client";
import { keepDataKey } from "@/lib/keep-data-key";
import { sealValues } from "@/lib/keep-draft";
import { isSealed, type PrivateWords, privateWords } from "@/lib/private-words";
import type { RememberedField } from "@/lib/setbacks/schema";
import { sealSetback } from "@/lib/setbacks/sealed";

/*
 * What members wrote before there were keys lies open until it is sealed here: member by member, as that member,
 * some rows at a time. It may stop after any of them, be killed in any of them, and be run twice at once: what is
 * sealed is left alone, and whoever is done is done when `sealed_at` says so.
 *
 * During an upgrade the version before goes on serving beside this one, and writes openly. So whoever was done, or
 * joined, a short while ago is looked at once more.
 */

const MEMBERS_AT_ONCE = 100;
const ROWS_AT_ONCE = 100;
/** For so many hours the version before may still have written. */
const BESIDE = 2;

/**
 * Goes on as often as it is asked to; each time it has sealed some rows, or found a member done.
 *
 * @throws in the end, where somebody's words could not be sealed just now. That keeps nobody else's.
 */
export async function* sealOldWords(): AsyncGenerator<undefined> {
  const troubles: unknown[] = [];
  const note = (trouble: unknown): false => {
    troubles.push(trouble);
    return false;
  };
  let some = await listOpen();
  while (some.length > 0) {
    for (const id of some) {
      const before = troubles.length;
      const words = await wordsFor(id);
      if (words) {
        for (const seal of [sealSetbacks, sealFeelings, sealDrafts]) {
          while (await asMember(id, (db) => seal(db, id, words)).catch(note)) yield;
        }
      }
      if (troubles.length === before) {
        await asSystem((db) =>
          db.user.updateMany({ where: { id, sealedAt: null }, data: { sealedAt: new Date() } }),
        );
      }
      yield;
    }
    some = await listOpen(some.at(-1));
  }
  if (troubles.length > 0) throw troubles[0];
}

/** Some of those whose words may lie open; `after` is the last of the ones before. */
async function listOpen(after?: string): Promise<string[]> {
  const lately = { sealedAt: { gt: subHours(new Date(), BESIDE) } };
  const some = await asSystem((db) =>
    db.user.findMany({
      where: { OR: [{ sealedAt: null }, lately], ...(after && { id: { gt: after } }) },
      select: { id: true },
      orderBy: { id: "asc" },
      take: MEMBERS_AT_ONCE,
    }),
  );
  return some.map(({ id }) => id);
}

const openly = {
  setbacks: Prisma.sql`(happened not like 'sealed:1:%' or company not like 'sealed:1:%' or role not like 'sealed:1:%'
    or industry not like 'sealed:1:%' or stage not like 'sealed:1:%' or source not like 'sealed:1:%')`,
  feelings: Prisma.sql`word not like 'sealed:1:%'`,
  drafts: Prisma.sql`jsonb_typeof(values -> 'sealed') is distinct from 'string'`,
};

/** What seals a member's words, with a key made where they have none; null where nothing of theirs lies open. */
const wordsFor = (userId: string): Promise<PrivateWords | null> =>
  asMember(userId, async (db) => {
    const [found] = await db.$queryRaw<{ any: boolean }[]>`
      select exists (select from setbacks where user_id = ${userId}::uuid and ${openly.setbacks})
        or exists (select from feelings where user_id = ${userId}::uuid and ${openly.feelings})
        or exists (select from drafts where user_id = ${userId}::uuid and ${openly.drafts}) as any`;
    if (!found?.any) return null;
    // Not while any of their rows is held: whoever erases them holds the account first.
    return privateWords({ id: userId, dataKey: await keepDataKey(db, userId), sealedAt: null });
  });

// Each seals some rows of a member that lie open, held so that what the member changes meanwhile is not undone, and
// answers whether there were any.

async function sealSetbacks(db: Db, userId: string, words: PrivateWords): Promise<boolean> {
  type Row = { id: string; happened: string } & Record<RememberedField, string | null>;
  const open = await db.$queryRaw<Row[]>`
    select id, happened, company, role, industry, stage, source from setbacks
    where user_id = ${userId}::uuid and ${openly.setbacks}
    order by id limit ${ROWS_AT_ONCE} for update`;
  if (open.length === 0) return false;
  const sealed = open.map((row) => {
    const plain = Object.entries(row).filter(([, text]) => text !== null && !isSealed(text));
    return { ...row, ...sealSetback(words, row.id, Object.fromEntries(plain)) };
  });
  // Not as a change: the moment of the last one stays.
  await db.$executeRaw`
    update setbacks as old set happened = new.happened, company = new.company, role = new.role,
      industry = new.industry, stage = new.stage, source = new.source
    from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb)
      as new (id uuid, happened text, company text, role text, industry text, stage text, source text)
    where old.user_id = ${userId}::uuid and old.id = new.id`;
  return true;
}

async function sealFeelings(db: Db, userId: string, words: PrivateWords): Promise<boolean> {
  const open = await db.$queryRaw<{ id: string; word: string }[]>`
    select setback_id as id, word from feelings
    where user_id = ${userId}::uuid and ${openly.feelings}
    order by setback_id, word limit ${ROWS_AT_ONCE} for update`;
  if (open.length === 0) return false;
  const sealed = JSON.stringify(
    open.map(({ id, word }) => ({ id, word, sealed: words.seal("feelings.word", id, word) })),
  );
  // One that is there sealed as well stands for both.
  await db.$executeRaw`
    delete from feelings old using jsonb_to_recordset(${sealed}::jsonb) as new (id uuid, word text, sealed text)
    where old.user_id = ${userId}::uuid and old.setback_id = new.id and old.word = new.word
      and exists (select from feelings twin
                  where twin.user_id = old.user_id and twin.setback_id = new.id and twin.word = new.sealed)`;
  // Changed, and not exchanged: whoever takes it out at this moment takes it out as it is now.
  await db.$executeRaw`
    update feelings old set word = new.sealed
    from jsonb_to_recordset(${sealed}::jsonb) as new (id uuid, word text, sealed text)
    where old.user_id = ${userId}::uuid and old.setback_id = new.id and old.word = new.word`;
  return true;
}

async function sealDrafts(db: Db, userId: string, words: PrivateWords): Promise<boolean> {
  const open = await db.$queryRaw<{ key: string; values: Record<string, string[]> }[]>`
    select key, values from drafts
    where user_id = ${userId}::uuid and ${openly.drafts}
    order by key limit ${ROWS_AT_ONCE} for update`;
  if (open.length === 0) return false;
  const sealed = open.map(({ key, values }) => ({ key, values: sealValues(words, key, values) }));
  await db.$executeRaw`
    update drafts as old set values = new.values
    from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) as new (key text, values jsonb)
    where old.user_id = ${userId}::uuid and old.key = new.key`;
  return true;
}
