import { weekNow } from "@/lib/check-ins/week";
import { columnOf, type Day } from "@/lib/dates";
import { asMember, asSystem } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";
import type { MeetingAgenda, MeetingKind } from "@/lib/generated/enums";
import { freshId } from "@/lib/ids";
import type { CircleOfTest, Member } from "./factories";

/** Takes a break in a circle. */
export const aBreak = (member: Member, circle: CircleOfTest, line: string | null = null) =>
  asMember(member.id, (db) => db.$queryRaw`select app.pause_seat(${circle.id}::uuid, ${line})`);

/** What the worker offers two small circles: the first one stays, the other would join it. */
export async function aMergeOffer(
  stays: CircleOfTest,
  joins: CircleOfTest,
  consents: Member[] = [],
): Promise<{ id: string }> {
  const offer = { circleId: stays.id, id: freshId() };
  await asSystem(async (db) => {
    await db.merge.createMany({ data: { ...offer, joiningId: joins.id } });
    await db.mergeConsent.createMany({
      data: consents.map(({ id: userId }) => ({ circleId: stays.id, mergeId: offer.id, userId })),
    });
  });
  return { id: offer.id };
}

/** A week that somebody offers: theirs, as the schedule has it. */
export async function aTurnOffered(
  member: Member,
  circle: CircleOfTest,
  week: { weekOn: Day; role: Prisma.TurnSwapCreateManyInput["role"] },
): Promise<{ circleId: string; swapId: string }> {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.turnSwap.createMany({
      data: {
        circleId: circle.id,
        id,
        weekOn: columnOf(week.weekOn),
        role: week.role,
        offeredById: member.id,
      },
    }),
  );
  return { circleId: circle.id, swapId: id };
}

/** Somebody found something and freed their seat. */
export const aLanding = (
  member: Member,
  circle: CircleOfTest,
  { shown = false, supports = false }: { shown?: boolean; supports?: boolean } = {},
) => asMember(member.id, (db) => db.$queryRaw`select app.land(${circle.id}::uuid, ${shown}, ${supports})`);

/** What somebody said of their week, of the one that goes on unless told. */
export async function aCheckIn(
  author: Member,
  circle: CircleOfTest,
  said: Partial<Omit<Prisma.CheckInCreateManyInput, "circleId" | "authorId" | "week">> & { week?: Day } = {},
): Promise<void> {
  const { week, ...rest } = said;
  await asMember(author.id, async (db) => {
    const row = {
      circleId: circle.id,
      authorId: author.id,
      word: "steady" as const,
      need: "listen" as const,
    };
    await db.checkIn.createMany({
      data: { ...row, week: columnOf(week ?? (await weekIn(db, circle)).first), ...rest },
    });
  });
}

/** What somebody said they would do in a week, in the one that goes on unless told. */
export async function aCommitment(
  author: Member,
  circle: CircleOfTest,
  said: Partial<Omit<Prisma.CommitmentCreateManyInput, "circleId" | "authorId" | "week" | "byDay">> & {
    week?: Day;
    byDay?: Day;
  } = {},
): Promise<{ circleId: string; id: string }> {
  const { week, byDay, id = freshId(), ...rest } = said;
  await asMember(author.id, async (db) => {
    const row = { circleId: circle.id, authorId: author.id, id, words: "Write to two people by Friday." };
    const of = columnOf(week ?? (await weekIn(db, circle)).first);
    await db.commitment.createMany({
      data: { ...row, week: of, byDay: byDay ? columnOf(byDay) : null, ...rest },
    });
  });
  return { circleId: circle.id, id };
}

/** The week that goes on in a circle. */
async function weekIn(db: Pick<Prisma.TransactionClient, "circle">, { id }: CircleOfTest) {
  const select = { meetingDay: true, timeZone: true };
  return weekNow(await db.circle.findFirstOrThrow({ where: { id }, select }), new Date());
}

/** A meeting of a circle that is open now, held by whoever opened it. One that was open before has ended. */
export async function aMeeting(
  opener: Member,
  circle: CircleOfTest,
  {
    kind = "live",
    agenda = "weekly",
    minutes = 60,
  }: { kind?: MeetingKind; agenda?: MeetingAgenda; minutes?: number } = {},
): Promise<{ circleId: string; id: string }> {
  const id = freshId();
  await asMember(opener.id, async (db) => {
    await db.meeting.updateMany({
      where: { circleId: circle.id, endedAt: null },
      data: { endedAt: new Date() },
    });
    await db.$queryRaw`
      select app.open_meeting(${circle.id}::uuid, ${id}::uuid, ${kind}::meeting_kind, ${agenda}::meeting_agenda,
        ${minutes}::smallint)`;
  });
  return { circleId: circle.id, id };
}

/** What somebody wrote in a step of a meeting in writing. */
export async function aWrittenTurn(
  author: Member,
  meeting: { circleId: string; id: string },
  said: Partial<Omit<Prisma.WrittenTurnCreateManyInput, "circleId" | "meetingId" | "authorId">> = {},
): Promise<void> {
  const { circleId, id: meetingId } = meeting;
  const row = { step: "check_in", body: "A slow week, and a walk.", ...said } as const;
  await asMember(author.id, (db) =>
    db.writtenTurn.createMany({ data: { circleId, meetingId, authorId: author.id, ...row } }),
  );
}
