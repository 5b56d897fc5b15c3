import { expect, test } from "vitest";
import { GET } from "@/app/api/circles/route";
import { aCircle, aMember, leave } from "../factories";
import { visit } from "../people";

const named = async (member: Parameters<typeof visit>[0]) => {
  const answer = await visit(member, GET);
  return "shown" in answer ? answer.shown.json() : answer;
};

test("the keyboard's list of places knows the circles in which its member sits, and only those", async () => {
  const [juniper, heron, wren] = [
    await aMember({ name: "Juniper" }),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  const lanterns = await aCircle(juniper, [heron, wren], { name: "Thursday lanterns" });
  const tides = await aCircle(juniper, [], { name: "Slow tides" });
  await leave(wren, lanterns);
  expect(await named(juniper)).toEqual([
    { id: lanterns.id, name: "Thursday lanterns" },
    { id: tides.id, name: "Slow tides" },
  ]);
  expect(await named(heron)).toEqual([{ id: lanterns.id, name: "Thursday lanterns" }]);
  expect(await named(wren)).toEqual([]);
  expect(await named(null)).toEqual({ went: expect.stringMatching(/^\/sign-in/) });
});
