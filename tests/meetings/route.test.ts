import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { GET } from "@/app/api/meetings/[circleId]/route";
import { comeToMeeting, stepMeeting } from "@/lib/meetings/actions";
import { aMember, leave, type Member } from "../factories";
import { aMeeting } from "../factories-of-circles";
import { submit, visit } from "../people";
import { statementsOf } from "../statements";
import { five, pressOn, screenOf } from "./steps";

async function ask(member: Member | null, circleId: string, known?: string): Promise<Response> {
  const request = new NextRequest(`http://onward.example/api/meetings/${circleId}`, {
    headers: known ? { "if-none-match": known } : {},
  });
  const answer = await visit(member, () => GET(request, { params: Promise.resolve({ circleId }) }));
  if (!("shown" in answer)) throw new Error(`It went elsewhere: ${JSON.stringify(answer)}`);
  return answer.shown;
}

test("a screen learns in a few bytes whether the meeting has moved on, and in none where it has not", async () => {
  const { juniper, heron, circle } = await five();
  expect(await (await ask(heron, circle.id)).text()).toBe("none");
  const meeting = await aMeeting(juniper, circle);
  const first = await ask(heron, circle.id);
  expect(await first.text()).toBe((await screenOf(heron, meeting)).tag);
  const tag = first.headers.get("etag") ?? "";
  const again = await ask(heron, circle.id, tag);
  expect([again.status, await again.text()]).toEqual([304, ""]);

  await submit(juniper, stepMeeting, { ...(await pressOn(juniper, meeting)), to: "next" });
  const moved = await ask(heron, circle.id, tag);
  expect(moved.status).toBe(200);
  await submit(heron, comeToMeeting, { circleId: circle.id, meetingId: meeting.id, as: "scribe" });
  expect((await ask(heron, circle.id, moved.headers.get("etag") ?? "")).status).toBe(200);
  await submit(juniper, stepMeeting, { ...(await pressOn(juniper, meeting)), to: "end" });
  expect(await (await ask(heron, circle.id)).text()).toBe("none");
});

test("whoever does not sit there learns nothing, as of a circle that never was", async () => {
  const { juniper, tern, circle } = await five();
  await aMeeting(juniper, circle);
  await leave(tern, circle);
  for (const member of [null, tern, await aMember()]) {
    const answer = await ask(member, circle.id);
    expect([answer.status, await answer.text()]).toEqual([404, ""]);
  }
  expect((await ask(juniper, "lanterns")).status).toBe(404);
});

test("asking takes one look at who asks and one at the meeting", async () => {
  const { juniper, heron, circle } = await five();
  await aMeeting(juniper, circle);
  const { statements, transactions } = await statementsOf(() => ask(heron, circle.id));
  expect(transactions).toBe(1);
  // The session, who looks, and the one row.
  expect(statements).toHaveLength(3);
});
