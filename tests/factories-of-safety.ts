import { asMember, asSystem } from "@/lib/db";
import type { DecisionKind, ReportAbout, ReportReason } from "@/lib/generated/enums";
import { freshId } from "@/lib/ids";
import { sealForModerators } from "@/lib/reports/sealed";
import { aMember, type CircleOfTest, type Member } from "./factories";

/** Somebody blocks whoever is called that in a circle. */
export const aBlock = (member: Member, circle: CircleOfTest, alias: string) =>
  asMember(member.id, (db) => db.$queryRaw`select app.block_somebody(${circle.id}::uuid, ${alias})`);

/** Somebody whom the operator made a moderator. */
export async function aModerator(who: Parameters<typeof aMember>[0] = {}): Promise<Member> {
  const member = await aMember({ name: "Curlew", ...who });
  await asSystem((db) => db.moderator.create({ data: { userId: member.id } }));
  return member;
}

/** A report of a post, or of what `about` says, with what is kept of it. */
export async function aReport(
  member: Member,
  thing: { circleId: string; id: string },
  {
    about = "post" as ReportAbout,
    reason = "harassment" as ReportReason,
    reportedId = null as string | null,
  } = {},
): Promise<{ id: string }> {
  const id = freshId();
  const snapshot = { circle: "Thursday lanterns", alias: "Heron", body: "No offer.", at: null, around: [] };
  await asMember(member.id, (db) =>
    db.report.createMany({
      data: {
        id,
        reporterId: member.id,
        reportedId,
        circleId: thing.circleId,
        about,
        thingId: thing.id,
        reason,
        words: sealForModerators("Please look at this."),
        snapshot: sealForModerators(JSON.stringify(snapshot)),
      },
    }),
  );
  return { id };
}

/** A moderator decides about a report. Answers with what was decided, and the letter that each side has. */
export async function aDecision(
  moderator: Member,
  report: { id: string },
  kind: DecisionKind = "warn",
  until: Date | null = null,
) {
  const id = freshId();
  await asMember(
    moderator.id,
    (db) => db.$queryRaw`
      select app.decide_report(${report.id}::uuid, ${id}::uuid, ${kind}::decision_kind, ${until}::timestamptz,
        ${sealForModerators("That was too much.")}, ${sealForModerators("Thank you for telling us.")})`,
  );
  const letters = await asSystem((db) =>
    db.decisionLetter.findMany({ where: { decisionId: id }, select: { userId: true, id: true, side: true } }),
  );
  return { id, letterOf: (member: Member) => letters.find(({ userId }) => userId === member.id)?.id ?? "" };
}
