import { asMember } from "@/lib/db";
import { aCircle, aMember, type Member } from "@/tests/factories";
import { aCheckIn, aCommitment, aMeeting, aWrittenTurn } from "@/tests/factories-of-circles";
import { aListing, aProposal, aSeatAsk, aWait } from "@/tests/factories-of-finding";
import { aNudge, anAdviceOffer, anEncouragement, aPost, aReply } from "@/tests/factories-of-posts";
import type { World } from "@/tests/matrix/world";
import { dayAgo, daysAgo } from "./days-ago";

/* What is said in the circle of the world, and everything that somebody comes upon who looks for one. */

/** Every kind of post, an answer to some of them, and a week that some said something about. */
export async function everythingSaid({ facilitator, cofacilitator, author, member, circle }: World) {
  await aPost(author, circle, { body: "Is anybody there?", need: "both", createdAt: daysAgo(3) });
  await aPost(member, circle, { kind: "win", need: null, body: "I asked them for feedback." });
  await aPost(cofacilitator, circle, { kind: "progress", need: null, body: "Showed up on 4 of 7 days." });
  await aNudge(author, await aPost(member, circle, { kind: "progress", need: null, body: "A quiet week." }));
  await anAdviceOffer(author);
  const gone = await aPost(member, circle, { body: "", takenBackAt: new Date() });
  await aReply(author, gone, { body: "Not at all." });
  const post = await aPost(facilitator, circle, {
    kind: "setback",
    need: "ideas",
    body: "They went with someone internal. I read https://example.org/a-rather-long-address-that-nobody-can-break/anywhere-at-all",
    details: ["Turned down after the final round", "At a company in logistics"],
  });
  await aReply(member, post);
  const reply = await aReply(author, post, { body: "I sat in the car too." });
  await anEncouragement(author, post);
  await anEncouragement(member, post, "been_there");

  await aCheckIn(facilitator, circle, {
    word: "mixed",
    line: "Slow start, then two good talks.",
    need: "both",
  });
  await aCheckIn(member, circle, { word: "resting" });
  await aCommitment(facilitator, circle, { outcome: "kept", words: "Write to two people by Friday" });
  await aCommitment(facilitator, circle, { outcome: "partly", reason: "One did not pick up." });
  await aCommitment(facilitator, circle, { byDay: dayAgo(-1) });
  await aCommitment(member, circle);
  await aCommitment(author, circle, { week: dayAgo(7), words: "Call 4 agencies" });
  return { post, reply };
}

/** Everything that somebody comes upon who looks for a circle. Nobody else here speaks what they speak. */
export async function findingCircles({
  circle,
  facilitator,
  cofacilitator,
  outsider,
  former,
  removed,
}: World) {
  const alone = { languages: ["한국어"], hours: ["2-evening", "4-morning"] };
  await aWait(outsider, alone);
  await aWait(cofacilitator, { ...alone, silentAt: new Date() });
  for (const member of [former, removed]) await aWait(member, alone);
  const others = await Promise.all(["Finch", "Robin", "Siskin"].map((name) => aMember({ name })));
  await aProposal([former, ...others]);
  await aProposal([removed, ...(await Promise.all([1, 2, 3].map(() => aMember())))], {
    acceptedAt: new Date(),
    alias: "Tern",
  });
  await aListing(facilitator, circle);
  await aSeatAsk(former, circle);
}

/** A circle's meetings: two that are over, one that is open in writing; and others in circles of their own. */
export async function severalMeetings({ facilitator, author, member, circle }: World, careful: Member) {
  const ended = await aMeeting(facilitator, circle);
  const written = await aMeeting(facilitator, circle, { kind: "writing" });
  await aWrittenTurn(author, written);
  await aWrittenTurn(member, written, { step: "close", body: "Less alone." });
  const open = await aMeeting(facilitator, circle, { kind: "writing" });
  for (const one of [facilitator, author]) await aWrittenTurn(one, open, { body: "Two letters sent." });
  const others = [await aMember({ name: "Tern" }), await aMember({ name: "Sorrel" })];
  const link = { videoLink: "https://meet.example/lanterns" };
  const [talking, fresh] = [await aCircle(careful, others, link), await aCircle(careful, others)];
  const live = await aMeeting(careful, talking);
  await asMember(careful.id, (db) =>
    db.attendance.updateMany({
      where: { meetingId: live.id, memberId: careful.id },
      data: { scribedAt: new Date() },
    }),
  );
  const first = await aMeeting(careful, fresh, { agenda: "first" });
  return { ended, written, live, first, none: await aCircle(careful, others) };
}
