import { asMember, asSystem } from "@/lib/db";
import { sealForModerators } from "@/lib/reports/sealed";
import { daysPassIn } from "@/tests/days-pass";
import { aCircle, aMember } from "@/tests/factories";
import { aBreak, aCheckIn, aCommitment, aMergeOffer } from "@/tests/factories-of-circles";
import { aPost, aReply } from "@/tests/factories-of-posts";
import { aDecision, aModerator, aReport } from "@/tests/factories-of-safety";
import type { World } from "@/tests/matrix/world";

/* Other circles, and what moderators see. */

/** Two small circles that are offered each other, in one of which somebody is quiet and somebody takes a break; and one that joined another. */
export async function smallCircles() {
  const [wren, tern, linnet, robin, siskin] = await Promise.all(
    ["Wren", "Tern", "Linnet", "Robin", "Robin"].map((name) => aMember({ name })),
  );
  if (!wren || !tern || !linnet || !robin || !siskin) throw new Error("Five people were asked for.");
  const large = await aCircle(wren, [tern]);
  const little = await aCircle(linnet, [], { name: "Second wind", pace: "twice" });
  await aMergeOffer(large, little, [linnet]);
  await aBreak(tern, large, "Back after Christmas");
  await daysPassIn([large], 1);
  await asSystem((db) =>
    db.membership.updateMany({ where: { userId: wren.id }, data: { askedAt: new Date() } }),
  );
  const [into, joined] = [await aCircle(siskin), await aCircle(robin, [], { name: "Second wind" })];
  const said = await aPost(robin, joined, { details: ["Turned down after the final round"] });
  await aReply(robin, said);
  await aCheckIn(robin, joined, { line: "Slow, and one good talk." });
  await aCommitment(robin, joined);
  const merge = await aMergeOffer(into, joined, [siskin, robin]);
  await asSystem((db) => db.$executeRaw`select app.go_on_with_merge(${merge.id}::uuid)`);
  return { large, little, joined, people: { wren, tern, linnet, robin } };
}

/** Two reports, one of them decided and appealed against; two moderators, and somebody whose account rests. */
export async function aGuardedPlace({ author, member, circle }: World) {
  const [moderator, before, resting] = await Promise.all([
    aModerator(),
    aModerator(),
    aMember({ name: "Snipe" }),
  ]);
  await asSystem((db) =>
    db.user.updateMany({
      where: { id: resting.id },
      data: { suspendedUntil: new Date(Date.now() + 7 * 86_400_000) },
    }),
  );
  const post = await aPost(author, circle, { body: "It is all your fault." });
  const decided = await aReport(member, post, { reportedId: author.id });
  const decision = await aDecision(before, decided);
  const letters = { author: decision.letterOf(author), member: decision.letterOf(member) };
  await asMember(author.id, (db) =>
    db.appeal.createMany({
      data: { decisionId: decision.id, userId: author.id, words: sealForModerators("I meant it kindly.") },
    }),
  );
  const waiting = await aReport(member, await aPost(author, circle), { reportedId: author.id });
  return { moderator, resting, safety: { post, decided, waiting, letters } };
}
