import { asSystem } from "@/lib/db";
import { connected } from "../database/connect";
import { aCircle, aMember, type Member } from "../factories";

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
] as const;
export type Person = (typeof people)[number];

export type World = Record<Exclude<Person, "signed out">, Member> & { circle: { id: string } };

export async function aWorld(): Promise<World> {
  const [facilitator, cofacilitator, author, member, unverified, former, removed, outsider] =
    await Promise.all([
      aMember({ name: "Juniper" }),
      aMember({ name: "Alder" }),
      aMember({ name: "Heron" }),
      aMember({ name: "Wren" }),
      aMember({ name: "Linnet", verified: false }),
      aMember({ name: "Marten" }),
      aMember({ name: "Tern" }),
      aMember({ name: "Sorrel" }),
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
  return { facilitator, cofacilitator, author, member, unverified, former, removed, outsider, circle };
}

/** Everything of the circle and of the author, in one line that changes when any of it does. */
export async function fingerprint({ circle, author }: World): Promise<string> {
  const ofCircle = ["memberships", "invitations", "posts", "replies", "encouragements"];
  const ofAuthor = [
    "setbacks",
    "feelings",
    "goals",
    "efforts",
    "pauses",
    "wins",
    "shares",
    "drafts",
    "sessions",
    "mailed_links",
    "passkeys",
    "one_time_codes",
    "recovery_codes",
  ];
  const digest = (name: string, where: string) =>
    `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${name} t where ${where})`;
  return connected("admin", async (admin) => {
    const { rows } = await admin.query(
      `select concat_ws(' ', ${[
        digest("circles", "id = $1"),
        digest("users", "id = $2"),
        ...ofCircle.map((name) => digest(name, "circle_id = $1")),
        ...ofAuthor.map((name) => digest(name, "user_id = $2")),
      ].join(", ")}) as line`,
      [circle.id, author.id],
    );
    return rows[0].line;
  });
}
