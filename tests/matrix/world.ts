import type { Client } from "pg";
import { asSystem } from "@/lib/db";
import { connected, rows } from "../database/connect";
import { aCircle, aMember, anInvitation, join, type Member } from "../factories";
import { aBlock } from "../factories-of-safety";

/** Every kind of person, and where each of them sits. */
export const people = [
  "signed out",
  "unverified", // sits in the circle, has not confirmed their address
  "outsider", // sits in another circle
  "former", // sat in the circle and left
  "removed", // was asked to leave
  "member",
  "author", // a member too; the one whose rows these are
  "cofacilitator",
  "facilitator",
  "blocker", // a member too; blocked the next one, and shares nothing with them
  "blocked",
] as const;
export type Person = (typeof people)[number];

export type World = Record<Exclude<Person, "signed out">, Member> & { circle: { id: string } };

/** What a row of a table expects of somebody. Whoever blocked or is blocked is a member like any other, but for each other. */
export const expectedOf = <E>(row: Partial<Record<Person, E>> & { anyoneElse: E }, person: Person): E =>
  row[person] ?? (person === "blocker" || person === "blocked" ? row.member : undefined) ?? row.anyoneElse;

export async function aWorld(): Promise<World> {
  const [
    facilitator,
    cofacilitator,
    author,
    member,
    unverified,
    former,
    removed,
    outsider,
    blocker,
    blocked,
  ] = await Promise.all([
    aMember({ name: "Juniper" }),
    aMember({ name: "Alder" }),
    aMember({ name: "Heron" }),
    aMember({ name: "Wren" }),
    aMember({ name: "Linnet", verified: false }),
    aMember({ name: "Marten" }),
    aMember({ name: "Tern" }),
    aMember({ name: "Sorrel" }),
    aMember({ name: "Plover" }),
    aMember({ name: "Avocet" }),
  ]);
  const circle = await aCircle(facilitator, [cofacilitator, author, member, unverified, former, removed]);
  await aCircle(outsider, [], { name: "Second wind" });
  const seatOf = (who: Member) => ({ circleId_userId: { circleId: circle.id, userId: who.id } });
  const gone = { leftAt: new Date(), seat: null };
  await asSystem(async (db) => {
    await db.membership.update({ where: seatOf(cofacilitator), data: { role: "cofacilitator" } });
    await db.membership.update({ where: seatOf(former), data: gone });
    await db.membership.update({ where: seatOf(removed), data: { ...gone, removedAt: new Date() } });
  });
  // In the seats that are free again: eight do not sit at once.
  const invitation = await anInvitation(facilitator, circle);
  for (const one of [blocker, blocked]) await join(one, circle, invitation);
  await aBlock(blocker, circle, blocked.name);
  return {
    facilitator,
    cofacilitator,
    author,
    member,
    unverified,
    former,
    removed,
    outsider,
    blocker,
    blocked,
    circle,
  };
}

type Owned = { table: string; column: string };
let owned: Promise<Owned[]> | undefined;

/** Every column that says whose a row is, the circle's or a member's: a new table is among them by itself. */
const listOwned = (admin: Client) =>
  rows<Owned>(
    admin,
    `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and (a.attname in ('circle_id', 'user_id') or a.attname = 'id' and c.relname in ('circles', 'users'))
     order by 1, 2`,
  );

/** Everything of the circle and of the author, in one line that changes when any of it does. */
export async function fingerprint({ circle, author }: World): Promise<string> {
  return connected("admin", async (admin) => {
    owned ??= listOwned(admin);
    const digests = (await owned).map(({ table, column }) => {
      const whose = column === "circle_id" || table === "circles" ? "$1" : "$2";
      return `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${table} t where ${column} = ${whose})`;
    });
    const [found] = await rows<{ line: string }>(admin, `select concat_ws(' ', ${digests}) as line`, [
      circle.id,
      author.id,
    ]);
    return found?.line ?? "";
  });
}
