import { findCircle } from "@/lib/circles/queries";
import { aCircle, aMember, type CircleOfTest, type Member } from "../factories";
import { as } from "../people";

/* Four people in a circle, and who holds it. */

export const people = (names: string[]) => Promise.all(names.map((name) => aMember({ name })));

export async function four() {
  const [juniper, heron, wren, alder] = await people(["Juniper", "Heron", "Wren", "Alder"]);
  if (!juniper || !heron || !wren || !alder) throw new Error("Four people were asked for.");
  return { juniper, heron, wren, alder, circle: await aCircle(juniper, [heron, wren, alder]) };
}

/** Alias and role of everyone who sits there, as one of them sees it. */
export const rolesSeenBy = async (member: Member, circle: CircleOfTest) =>
  Object.fromEntries(
    (await as(member, (viewer) => findCircle(viewer, circle.id)))?.people.map((person) => [
      person.alias,
      person.role,
    ]) ?? [],
  );

export const goes = (to: string) => ({ status: "went", to });

export const yes = { agreed: true };
