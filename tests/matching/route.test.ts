import { expect, test } from "vitest";
import { GET } from "@/app/api/matching/route";
import { aCircle, aMember, type Member } from "../factories";
import { aProposal, aWait } from "../factories-of-finding";
import { as, visit } from "../people";

const stage = async (member: Member | null) => {
  const answer = await visit(member, GET);
  return "shown" in answer ? answer.shown.json() : answer;
};

test("a waiting page is told how far its own member's search is, and nothing else", async () => {
  const [juniper, heron] = [await aMember(), await aMember()];
  expect(await stage(null)).toEqual({ went: expect.stringMatching(/^\/sign-in/) });
  expect(await stage(juniper)).toEqual({ stage: "not looking", circleId: null });
  await aWait(juniper);
  expect(await stage(juniper)).toEqual({ stage: "looking", circleId: null });
  const { id } = await aProposal([juniper, heron]);
  expect(await stage(juniper)).toEqual({ stage: `proposed ${id}`, circleId: null });
  await aProposal([juniper, heron], { acceptedAt: new Date(), alias: "Juniper" });
  expect(await stage(juniper)).toMatchObject({ stage: expect.stringMatching(/^said yes .* 2$/) });
  expect(await stage(await aMember())).toEqual({ stage: "not looking", circleId: null });
});

test("whoever has just been seated is led to their circle, as long as they sit there", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  await aProposal([juniper], { circleId: circle.id, acceptedAt: new Date(), endedAt: new Date() });
  expect(await stage(juniper)).toMatchObject({ circleId: circle.id });
  await as(juniper, ({ db }) => db.$queryRaw`select app.leave_circle(${circle.id}::uuid)::text`);
  expect(await stage(juniper)).toMatchObject({ circleId: null });
});
