import { makeLink } from "@/lib/accounts/mailed-links";
import { claimTagOf, hashPassword } from "@/lib/accounts/password";
import { codeOf as calendarCodeOf, secretHashOf as calendarHashOf } from "@/lib/calendar/secret";
import { weekNow } from "@/lib/check-ins/week";
import { columnOf, type Day, dayIn } from "@/lib/dates";
import { asMember, asSystem, prisma } from "@/lib/db";
import type { ExerciseKind } from "@/lib/exercises/guides";
import type { Answers } from "@/lib/exercises/rules";
import type { Prisma } from "@/lib/generated/client";
import type {
  DecisionKind,
  MailedLinkPurpose,
  MeetingAgenda,
  MeetingKind,
  ReportAbout,
  ReportReason,
} from "@/lib/generated/enums";
import { freshId } from "@/lib/ids";
import { secretHashOf } from "@/lib/invitations/code";
import { keepDraft, sealValues } from "@/lib/keep-draft";
import { plainEmployer } from "@/lib/matching/rules";
import type { NudgeKind } from "@/lib/nudges/kinds";
import { keepAppSecret, makeRecoveryCodes } from "@/lib/one-time-codes/keep-codes";
import { freshAppSecret } from "@/lib/one-time-codes/rules";
import { freshDataKey, privateWords } from "@/lib/private-words";
import { sealForModerators } from "@/lib/reports/sealed";
import type { SignedIn } from "@/lib/session";
import type { SetbackKind } from "@/lib/setbacks/schema";
import { sealSetback } from "@/lib/setbacks/sealed";
import { linkCodeOf, linkHashOf } from "@/lib/supporters/code";
import { deriveSecret, freshSecret } from "@/lib/vault";
import { SESSION_SECONDS } from "@/lib/writing/rules";

/*
 * People, circles and what happens in them, for tests and for the seeded story. Everything is written
 * by the one whose it is, under row-level security: what the app could not write, a factory cannot either.
 */

export type Member = SignedIn;

export const PASSWORD = "seven quiet lanterns";
let passwordHash: Promise<string> | undefined;

/** Somebody who joined, is signed in, and has confirmed their address unless `verified` is false. */
export async function aMember({
  name = "Juniper",
  email = `${freshId()}@example.org`,
  verified = true,
  timeZone = "Europe/Berlin",
  createdAt = new Date(Date.now() - 30 * 86_400_000),
}: {
  name?: string;
  email?: string;
  verified?: boolean;
  timeZone?: string;
  /** A month ago unless told: whoever is new here is held back a little. */
  createdAt?: Date;
} = {}): Promise<Member> {
  passwordHash ??= hashPassword(PASSWORD);
  const id = freshId();
  const sessionId = freshId();
  const verifiedAt = verified ? new Date() : null;
  const account = {
    id,
    email,
    name,
    timeZone,
    verifiedAt,
    adultSaidAt: new Date(),
    passwordHash: await passwordHash,
    claimTag: verified ? null : claimTagOf(email, PASSWORD),
    dataKey: freshDataKey(id),
    sealedAt: new Date(),
    createdAt,
  };
  await asSystem(async (db) => {
    await db.user.create({ data: account });
    await db.session.create({
      data: { id: sessionId, userId: id, device: "a browser", expiresAt: new Date(Date.now() + 86_400_000) },
    });
  });
  const { dataKey, sealedAt } = account;
  return {
    id,
    sessionId,
    email,
    name,
    verifiedAt,
    timeZone,
    dataKey,
    sealedAt,
    createdAt,
    suspendedUntil: null,
  };
}

/** Turns one-time codes on for somebody. Answers with what their app and their paper hold. */
export async function someCodes({
  id: userId,
}: Member): Promise<{ secret: string; recoveryCodes: string[] }> {
  const secret = freshAppSecret();
  const recoveryCodes = await asSystem(async (db) => {
    await keepAppSecret(db, userId, secret);
    return makeRecoveryCodes(db, userId);
  });
  return { secret, recoveryCodes };
}

/** A passkey as its row is kept; nothing holds its other half. */
export async function aPasskey({ id: userId }: Member, name = "Her phone"): Promise<{ id: string }> {
  const id = freshSecret(16);
  await asSystem((db) =>
    db.passkey.createMany({ data: { userId, id, name, publicKey: new Uint8Array(77), counter: 0 } }),
  );
  return { id };
}

/** What stands in the address of a link that was mailed to somebody; `email` is the new address that it proves. */
export async function aMailedLink(
  { id }: Member,
  purpose: MailedLinkPurpose,
  email?: string,
): Promise<string> {
  const made = await asSystem((db) => makeLink(db, id, purpose, email));
  if (!("token" in made)) throw new Error("A link like this has just left.");
  return made.token;
}

export type CircleOfTest = { id: string };

/** A circle with its facilitator and everyone else seated, each under their own name as alias. */
export async function aCircle(
  facilitator: Member,
  members: Member[] = [],
  described: Partial<Prisma.CircleCreateManyInput> = {},
): Promise<CircleOfTest> {
  const id = freshId();
  await asMember(facilitator.id, async (db) => {
    await db.circle.createMany({
      data: {
        id,
        name: "Thursday lanterns",
        purpose: "People between jobs in logistics.",
        language: "English",
        timeZone: "Europe/Berlin",
        meetingDay: 4,
        meetingTime: "18:00",
        agreements: "What is said here stays here.",
        openedById: facilitator.id,
        ...described,
      },
    });
    await db.$queryRaw`select app.take_first_seat(${id}::uuid, ${facilitator.name})`;
  });
  if (members.length > 0) {
    const invitation = await anInvitation(facilitator, { id }, { uses: 8 });
    for (const member of members) await join(member, { id }, invitation);
  }
  return { id };
}

export async function anInvitation(
  maker: Member,
  circle: CircleOfTest,
  { uses = 8, expiresAt = new Date(Date.now() + 7 * 86_400_000) }: { uses?: number; expiresAt?: Date } = {},
): Promise<{ circleId: string; id: string }> {
  const invitation = { circleId: circle.id, id: freshId() };
  await asMember(maker.id, (db) =>
    db.invitation.createMany({
      data: { ...invitation, madeById: maker.id, tokenHash: secretHashOf(invitation), uses, expiresAt },
    }),
  );
  return invitation;
}

/** Takes a seat by an invitation; answers with the database's one word. */
export async function join(
  member: Member,
  circle: CircleOfTest,
  invitation: { id: string },
  alias = member.name,
) {
  const [answer] = await asMember(
    member.id,
    (db) =>
      db.$queryRaw<{ said: string }[]>`
        select app.join_circle(${circle.id}::uuid, ${secretHashOf({ circleId: circle.id, id: invitation.id })}, ${alias}) as said`,
  );
  return answer?.said;
}

export const leave = (member: Member, circle: CircleOfTest) =>
  asMember(member.id, (db) => db.$queryRaw`select app.leave_circle(${circle.id}::uuid)::text`);

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

// Feeds are ordered by id, so a row of last week carries an id of last week.
const momentOf = (createdAt: unknown) => (createdAt instanceof Date ? createdAt : undefined);

export async function aPost(
  author: Member,
  circle: CircleOfTest,
  said: Partial<Omit<Prisma.PostCreateManyInput, "circleId" | "authorId">> = {},
): Promise<{ circleId: string; id: string }> {
  const id = freshId(momentOf(said.createdAt));
  await asMember(author.id, (db) =>
    db.post.createMany({
      data: {
        id,
        circleId: circle.id,
        authorId: author.id,
        kind: "ask",
        need: "listen",
        body: "No offer.",
        ...said,
      },
    }),
  );
  return { circleId: circle.id, id };
}

export async function aReply(
  author: Member,
  post: { circleId: string; id: string },
  said: Partial<Prisma.ReplyCreateManyInput> = {},
): Promise<{ circleId: string; id: string }> {
  const id = freshId(momentOf(said.createdAt));
  await asMember(author.id, (db) =>
    db.reply.createMany({
      data: {
        id,
        circleId: post.circleId,
        postId: post.id,
        authorId: author.id,
        body: "I am glad you told us.",
        ...said,
      },
    }),
  );
  return { circleId: post.circleId, id };
}

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

/** The secret that ends the address of somebody's calendar: a new one, if they had one. */
export async function anAddress({ id: userId }: Member): Promise<string> {
  const addressId = freshId();
  const secretHash = calendarHashOf({ userId, addressId });
  await asMember(userId, async (db) => {
    await db.calendarFeed.deleteMany({ where: { userId } });
    await db.calendarFeed.createMany({ data: { userId, addressId, secretHash } });
  });
  return calendarCodeOf({ userId, addressId });
}

export const anEncouragement = (
  member: Member,
  post: { circleId: string; id: string },
  kind: Prisma.EncouragementCreateManyInput["kind"] = "with_you",
) =>
  asMember(member.id, (db) =>
    db.encouragement.createMany({
      data: { circleId: post.circleId, postId: post.id, memberId: member.id, kind },
      skipDuplicates: true,
    }),
  );

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

export async function aSetback(
  member: Member,
  told: Partial<Omit<Prisma.SetbackCreateManyInput, "userId" | "day">> & {
    day?: Day;
    feelings?: Record<string, number>;
  } = {},
): Promise<{ id: string }> {
  const id = freshId();
  const { feelings = {}, day = dayIn(member.timeZone, new Date()), ...rest } = told;
  const words = privateWords(member);
  await asMember(member.id, async (db) => {
    const row = { happened: "They went with someone internal.", day: columnOf(day), ...rest };
    await db.setback.createMany({ data: { id, userId: member.id, ...sealSetback(words, id, row) } });
    await db.feeling.createMany({
      data: Object.entries(feelings).map(([word, strength]) => ({
        userId: member.id,
        setbackId: id,
        word: words.seal("feelings.word", id, word),
        strength,
      })),
    });
  });
  return { id };
}

/** A thought that somebody put down to look at, and how it felt then. */
export async function aReframe(
  member: Member,
  setback: { id: string },
  {
    thought = "They saw at once that I do not belong there.",
    fairer = null,
    feelings = {},
    ...rest
  }: {
    thought?: string;
    fairer?: string | null;
    feelings?: Record<string, { before: number; after?: number }>;
    deletedAt?: Date;
  } = {},
): Promise<{ id: string }> {
  const id = freshId();
  const words = privateWords(member);
  await asMember(member.id, async (db) => {
    await db.reframe.createMany({
      data: {
        id,
        userId: member.id,
        setbackId: setback.id,
        thought: words.seal("reframes.thought", id, thought),
        fairer: words.seal("reframes.fairer", id, fairer),
        ...rest,
      },
    });
    await db.reframeFeeling.createMany({
      data: Object.entries(feelings).map(([word, strength]) => ({
        userId: member.id,
        reframeId: id,
        word: words.seal("reframe_feelings.word", id, word),
        ...strength,
      })),
    });
  });
  return { id };
}

export async function aGoal(
  member: Member,
  kept: Partial<Omit<Prisma.GoalCreateManyInput, "userId">> = {},
): Promise<{ id: string }> {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.goal.createMany({
      data: {
        id,
        userId: member.id,
        title: "Applications",
        category: "applications",
        rhythm: "day",
        times: 1,
        ...kept,
      },
    }),
  );
  return { id: kept.id ?? id };
}

/** Days on which a goal rests, from today until its member goes on unless told otherwise. */
export async function aRest(
  member: Member,
  goal: { id: string },
  from: Day = dayIn(member.timeZone, new Date()),
  endedOn: Day | null = null,
) {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.pause.createMany({
      data: {
        id,
        userId: member.id,
        goalId: goal.id,
        startedOn: columnOf(from),
        endedOn: endedOn && columnOf(endedOn),
      },
    }),
  );
  return { id };
}

/** Logged now for the day it is about, unless told when. */
export async function anEffort(
  member: Member,
  goal: { id: string },
  day: Day = dayIn(member.timeZone, new Date()),
  createdAt = new Date(),
  amount = 1,
) {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.effort.createMany({
      data: { id, userId: member.id, goalId: goal.id, day: columnOf(day), createdAt, amount },
    }),
  );
  return { id };
}

export async function aWin(
  member: Member,
  body = "Asked for feedback.",
  day: Day = dayIn(member.timeZone, new Date()),
) {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.win.createMany({ data: { id, userId: member.id, body, day: columnOf(day) } }),
  );
  return { id };
}

/** What somebody has typed into a form and not sent. */
export const aDraft = (member: Member, key: string, values: Record<string, string[]>) =>
  asMember(member.id, (db) => keepDraft({ id: member.id, db, words: privateWords(member) }, { key, values }));

/** As many as one member can have; one of them is a win's. */
export const twoHundredDrafts = (member: Member) =>
  asMember(member.id, (db) =>
    db.draft.createMany({
      data: ["win", ...Array.from({ length: 199 }, () => `reply:${freshId()}`)].map((key) => ({
        userId: member.id,
        key,
        values: sealValues(privateWords(member), key, { body: ["I am"] }),
        typedAt: new Date(),
      })),
    }),
  );

/** A page of guided writing, of today and with its clock at rest unless told otherwise: begun now, or at noon of its day. */
export async function aWritingSession(
  member: Member,
  setback: { id: string },
  {
    words = "I keep going over it.",
    day = dayIn(member.timeZone, new Date()),
    createdAt = day === dayIn(member.timeZone, new Date()) ? new Date() : new Date(`${day}T12:00:00Z`),
    ...rest
  }: Partial<Record<"runningFrom" | "endedAt" | "createdAt", Date>> & {
    words?: string;
    day?: Day;
    secondsLeft?: number;
  } = {},
): Promise<{ id: string }> {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.writingSession.createMany({
      data: {
        id,
        userId: member.id,
        setbackId: setback.id,
        day: columnOf(day),
        words: privateWords(member).seal("writing_sessions.words", id, words),
        secondsLeft: SESSION_SECONDS,
        createdAt,
        ...rest,
      },
    }),
  );
  return { id };
}

/** What somebody answered to a short guided form, by the questions' names. */
export async function anExercise(
  member: Member,
  setback: { id: string },
  kind: ExerciseKind = "kind_letter",
  answers: Answers = { letter: ["You did what you could."] },
): Promise<{ id: string }> {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.exercise.createMany({
      data: {
        id,
        userId: member.id,
        setbackId: setback.id,
        kind,
        answers: privateWords(member).seal("exercises.answers", id, JSON.stringify(answers)),
      },
    }),
  );
  return { id };
}

/** A letter, drafted unless told that more came of it; an answer came on the day it was asked for, unless told. */
export async function aFeedbackRequest(
  member: Member,
  told: Partial<{
    artefact: Prisma.FeedbackRequestCreateManyInput["artefact"];
    askedOf: Prisma.FeedbackRequestCreateManyInput["askedOf"];
    setbackId: string;
    name: string;
    subject: string;
    letter: string;
    askedOn: Day;
    followUpOn: Day;
    followedUpOn: Day;
    answeredOn: Day;
    silentOn: Day;
    answer: string;
    lesson: string;
    deletedAt: Date;
  }> = {},
): Promise<{ id: string }> {
  const id = freshId();
  const words = privateWords(member);
  const column = (day: Day | undefined) => (day ? columnOf(day) : null);
  await asMember(member.id, (db) =>
    db.feedbackRequest.createMany({
      data: {
        id,
        userId: member.id,
        setbackId: told.setbackId ?? null,
        artefact: told.artefact ?? "resume",
        askedOf: told.askedOf ?? "employer",
        name: words.seal("feedback_requests.name", id, told.name ?? null),
        subject: words.seal("feedback_requests.subject", id, told.subject ?? "One question about my resume"),
        letter: words.seal("feedback_requests.letter", id, told.letter ?? "What would you change?"),
        answer: words.seal("feedback_requests.answer", id, told.answer ?? null),
        lesson: words.seal("feedback_requests.lesson", id, told.lesson ?? null),
        askedOn: column(told.askedOn),
        followUpOn: column(told.followUpOn),
        followedUpOn: column(told.followedUpOn),
        answeredOn: column(told.answeredOn ?? (told.answer ? told.askedOn : undefined)),
        silentOn: column(told.silentOn),
        deletedAt: told.deletedAt ?? null,
      },
    }),
  );
  return { id };
}

/** A letter that somebody keeps for the next time. */
export async function aFeedbackTemplate(
  member: Member,
  told: { subject?: string; letter?: string; deletedAt?: Date } = {},
): Promise<{ id: string }> {
  const id = freshId();
  const words = privateWords(member);
  await asMember(member.id, (db) =>
    db.feedbackTemplate.createMany({
      data: {
        id,
        userId: member.id,
        artefact: "resume",
        askedOf: "employer",
        subject: words.seal("feedback_templates.subject", id, told.subject ?? "My own question"),
        letter: words.seal(
          "feedback_templates.letter",
          id,
          told.letter ?? "Hello {name}, what about {role}?",
        ),
        deletedAt: told.deletedAt ?? null,
      },
    }),
  );
  return { id };
}

/** Praise or proof in somebody's evidence jar, put in now unless told. */
export async function aJarEntry(
  member: Member,
  told: { words?: string; origin?: string; day?: Day; createdAt?: Date; deletedAt?: Date } = {},
): Promise<{ id: string }> {
  const id = freshId(told.createdAt);
  const words = privateWords(member);
  await asMember(member.id, (db) =>
    db.jarEntry.createMany({
      data: {
        id,
        userId: member.id,
        words: words.seal("jar_entries.words", id, told.words ?? "You explained that so well."),
        origin: words.seal("jar_entries.origin", id, told.origin ?? null),
        day: columnOf(told.day ?? dayIn(member.timeZone, new Date())),
        deletedAt: told.deletedAt ?? null,
        ...(told.createdAt && { createdAt: told.createdAt }),
      },
    }),
  );
  return { id };
}

/** Why a setback happened, not sorted unless told whose it was. */
export async function aReason(
  member: Member,
  setback: { id: string },
  said: Partial<Omit<Prisma.ReasonCreateManyInput, "userId" | "setbackId">> = {},
): Promise<{ id: string }> {
  const { id = freshId(), words = "They wanted somebody with a licence.", ...rest } = said;
  const sealed = privateWords(member).seal("reasons.words", id, words);
  await asMember(member.id, (db) =>
    db.reason.createMany({
      data: { id, userId: member.id, setbackId: setback.id, saidBy: "me", ...rest, words: sealed },
    }),
  );
  return { id };
}

export async function aDebrief(
  member: Member,
  setback: { id: string },
  said: { wentWell?: string; differently?: string } = { wentWell: "I asked a good question." },
): Promise<void> {
  const { seal } = privateWords(member);
  await asMember(member.id, (db) =>
    db.debrief.createMany({
      data: {
        userId: member.id,
        setbackId: setback.id,
        wentWell: seal("debriefs.went_well", setback.id, said.wentWell ?? null),
        differently: seal("debriefs.differently", setback.id, said.differently ?? null),
      },
    }),
  );
}

export async function aPracticeQuestion(
  member: Member,
  asked: Partial<Omit<Prisma.PracticeQuestionCreateManyInput, "userId">> = {},
): Promise<{ id: string }> {
  const { id = freshId(), question = "Why did you leave?", ...rest } = asked;
  const sealed = privateWords(member).seal("practice_questions.question", id, question);
  await asMember(member.id, (db) =>
    db.practiceQuestion.createMany({ data: { id, userId: member.id, ...rest, question: sealed } }),
  );
  return { id };
}

/** Something that somebody would like to learn, in up to three steps. */
export async function aLearningPlan(
  member: Member,
  {
    skill = "Opening an interview",
    steps = ["Read one page about it", "Try it once aloud", ""],
    by = null,
    ...kept
  }: {
    skill?: string;
    steps?: string[];
    /** The finish line of the first step. */
    by?: Day | null;
    doneSteps?: number[];
    goalId?: string;
    deletedAt?: Date;
  } = {},
): Promise<{ id: string }> {
  const id = freshId();
  const words = privateWords(member);
  await asMember(member.id, (db) =>
    db.learningPlan.createMany({
      data: {
        id,
        userId: member.id,
        skill: words.seal("learning_plans.skill", id, skill),
        steps: words.seal("learning_plans.steps", id, JSON.stringify(steps)),
        ...(by && {
          stepDetails: words.seal(
            "learning_plans.step_details",
            id,
            JSON.stringify([{ links: [], minutes: null, by }]),
          ),
          by1: columnOf(by),
        }),
        ...kept,
      },
    }),
  );
  return { id };
}

/** A plan for a kind of setback, unless told for a stage or a feeling. */
export async function aPlan(
  member: Member,
  said: Partial<Pick<Prisma.IfThenPlanCreateManyInput, "kind" | "rehearsedAt" | "deletedAt">> & {
    stage?: string;
    feeling?: string;
    obstacle?: string;
    step?: string;
  } = {},
): Promise<{ id: string }> {
  const id = freshId();
  const words = privateWords(member);
  const { step = "call Alder", ...rest } = said;
  const [stage, feeling, obstacle] = [said.stage ?? null, said.feeling ?? null, said.obstacle ?? null];
  await asMember(member.id, (db) =>
    db.ifThenPlan.createMany({
      data: {
        id,
        userId: member.id,
        kind: (stage ?? feeling ?? obstacle) ? null : "silence",
        ...rest,
        stage: words.seal("if_then_plans.stage", id, stage),
        feeling: words.seal("if_then_plans.feeling", id, feeling),
        obstacle: words.seal("if_then_plans.obstacle", id, obstacle),
        step: words.seal("if_then_plans.step", id, step),
      },
    }),
  );
  return { id };
}

/** A plan that a setback called up. */
export async function aFiring(member: Member, plan: { id: string }, setback: { id: string }) {
  const firing = { planId: plan.id, setbackId: setback.id };
  await asMember(member.id, (db) => db.planFiring.createMany({ data: { userId: member.id, ...firing } }));
  return firing;
}

/** A change tried for ten applications since today, with what was counted so far: whether each was better. */
export async function anExperiment(
  member: Member,
  tried: Partial<
    Pick<Prisma.ExperimentCreateManyInput, "better" | "cases" | "verdict" | "createdAt" | "deletedAt">
  > & {
    change?: string;
    lesson?: string;
    startedOn?: Day;
    untilDay?: Day;
    endedOn?: Day;
    counted?: boolean[];
  } = {},
): Promise<{ id: string; cases: { id: string }[] }> {
  const id = freshId();
  const words = privateWords(member);
  const today = dayIn(member.timeZone, new Date());
  const { change = "A two-line summary on top", lesson, counted = [], ...course } = tried;
  const { startedOn = today, untilDay, endedOn, ...rest } = course;
  const results = counted.map((isBetter, at) => ({
    userId: member.id,
    id: freshId(),
    experimentId: id,
    isBetter,
    day: columnOf(today),
    createdAt: new Date(Date.now() - (counted.length - at) * 1000),
  }));
  await asMember(member.id, async (db) => {
    await db.experiment.createMany({
      data: {
        id,
        userId: member.id,
        change: words.seal("experiments.change", id, change),
        lesson: words.seal("experiments.lesson", id, lesson ?? null),
        better: "replies",
        cases: untilDay ? null : 10,
        startedOn: columnOf(startedOn),
        untilDay: untilDay ? columnOf(untilDay) : null,
        endedOn: endedOn ? columnOf(endedOn) : null,
        ...rest,
      },
    });
    await db.experimentCase.createMany({ data: results });
  });
  return { id, cases: results };
}

/** A word to somebody that something waits for them; about a post unless told otherwise, and not mailed yet. */
export async function aNudge(
  member: Member,
  post: { circleId: string; id: string },
  told: Partial<Pick<Prisma.NudgeCreateManyInput, "createdAt" | "doneAt">> & { kind?: NudgeKind } = {},
): Promise<{ kind: NudgeKind; aboutId: string }> {
  const { kind = "post-waits", ...rest } = told;
  const row = { userId: member.id, kind, circleId: post.circleId, aboutId: post.id, ...rest };
  await asSystem((db) => db.nudge.createMany({ data: row, skipDuplicates: true }));
  return { kind, aboutId: post.id };
}

/** Somebody is willing to be asked about a kind of setback. */
export const anAdviceOffer = (member: Member, kind: SetbackKind = "silence") =>
  asMember(member.id, (db) =>
    db.adviceOffer.createMany({ data: { userId: member.id, kind }, skipDuplicates: true }),
  );

/** A link for a supporter, of which nothing is chosen unless told; `code` is the last part of its address. */
export async function aSupporterLink(
  member: Member,
  {
    name = "Sam from the career centre",
    called = member.name,
    allGoals = false,
    goals = [],
    wins = false,
    namesShown = false,
    setbacks = [],
    expiresAt = new Date(Date.now() + 30 * 86_400_000),
    revokedAt,
  }: {
    name?: string;
    called?: string;
    allGoals?: boolean;
    goals?: { id: string }[];
    wins?: boolean;
    namesShown?: boolean;
    setbacks?: { id: string; body?: string; details?: string[] }[];
    expiresAt?: Date;
    revokedAt?: Date;
  } = {},
): Promise<{ id: string; code: string }> {
  const id = freshId();
  const userId = member.id;
  const words = privateWords(member);
  await asMember(userId, async (db) => {
    await db.supporterLink.createMany({
      data: {
        id,
        userId,
        tokenHash: linkHashOf({ userId, id }),
        name: words.seal("supporter_links.name", id, name),
        called: words.seal("supporter_links.called", id, called),
        allGoals,
        wins,
        namesShown,
        expiresAt: revokedAt ? new Date(Date.now() + 86_400_000) : expiresAt,
      },
    });
    await db.supporterGoal.createMany({
      data: goals.map((goal) => ({ userId, linkId: id, goalId: goal.id })),
    });
    for (const { id: setbackId, body = "They went with someone internal.", details = [] } of setbacks) {
      const copyId = freshId();
      const shown = words.seal("supporter_setbacks.shown", copyId, JSON.stringify({ body, details }));
      await db.supporterSetback.createMany({ data: { id: copyId, userId, linkId: id, setbackId, shown } });
    }
    if (revokedAt) await db.supporterLink.updateMany({ where: { userId, id }, data: { revokedAt } });
  });
  return { id, code: linkCodeOf({ userId, id }) };
}

/** What a supporter wrote by a link, and that they opened it. */
export async function aSupporterNote(
  member: Member,
  link: { id: string; code: string },
  text = "You ask for help so kindly. Keep going.",
  /** A supporter's browser chooses it. */
  id = freshId(),
): Promise<{ id: string }> {
  const hash = linkHashOf({ userId: member.id, id: link.id });
  const sealed = privateWords(member).seal("supporter_notes.words", id, text);
  await prisma().$queryRaw`select app.note_supporter_visit(${hash}, ${freshId()}::uuid)::text`;
  await prisma().$queryRaw`select app.leave_supporter_note(${hash}, ${id}::uuid, ${sealed})`;
  return { id };
}

/** Somebody looks for a circle on Tuesday evenings in English, unless told otherwise. Nobody has looked for one yet. */
export async function aWait(
  member: Member,
  told: Partial<Omit<Prisma.WaitCreateManyInput, "userId" | "employerMark">> & { employer?: string } = {},
): Promise<void> {
  const { employer, ...said } = told;
  await asMember(member.id, (db) =>
    db.wait.createMany({
      data: {
        userId: member.id,
        timeZone: member.timeZone,
        languages: ["English"],
        hours: ["2-evening"],
        level: "mid",
        field: "logistics",
        pace: "weekly",
        need: "both",
        alias: member.name,
        since: new Date(),
        ...(employer && { employerMark: new Uint8Array(deriveSecret("employer", plainEmployer(employer))) }),
        ...said,
      },
    }),
  );
}

/** A circle that is proposed to these people, as the worker proposes it. */
export async function aProposal(
  members: Member[],
  told: Partial<Omit<Prisma.ProposalCreateManyInput, "userId" | "id">> = {},
): Promise<{ id: string }> {
  const id = freshId();
  const circle = {
    id,
    name: "Tuesday kettle",
    purpose: "People who look for work and keep each other company.",
    language: "English",
    pace: "weekly",
    meetingDay: 2,
    meetingTime: "18:00",
    timeZone: "Europe/Berlin",
    fields: 3,
    expiresAt: new Date(Date.now() + 86_400_000),
    ...told,
  } as const;
  await asSystem(async (db) => {
    // Nobody is asked two things at once.
    const before = { userId: { in: members.map((member) => member.id) }, endedAt: null };
    await db.proposal.updateMany({ where: before, data: { endedAt: new Date() } });
    await db.proposal.createMany({ data: members.map(({ id: userId }) => ({ userId, ...circle })) });
  });
  return { id };
}

/** A circle tells members outside of its free seats. */
export const aListing = (
  holder: Member,
  circle: CircleOfTest,
  told: { listedWords?: string; takesUpTo?: number; isMatched?: boolean } = {},
) =>
  asMember(holder.id, (db) =>
    db.circle.updateMany({
      where: { id: circle.id },
      data: {
        listedAt: new Date(),
        listedWords: told.listedWords ?? "People between jobs in the north.",
        takesUpTo: told.takesUpTo ?? 8,
        matchedAt: told.isMatched ? new Date() : null,
      },
    }),
  );

/** Somebody asks a circle for a seat. */
export async function aSeatAsk(
  member: Member,
  circle: CircleOfTest,
  told: Partial<Omit<Prisma.SeatAskCreateManyInput, "circleId" | "userId">> = {},
): Promise<{ id: string }> {
  const id = freshId();
  await asSystem(async (db) => {
    const before = { circleId: circle.id, userId: member.id, answeredAt: null };
    await db.seatAsk.updateMany({ where: before, data: { answeredAt: new Date() } });
    await db.seatAsk.createMany({
      data: {
        circleId: circle.id,
        id,
        userId: member.id,
        alias: `${member.name} asks`,
        words: "I would like some company.",
        expiresAt: new Date(Date.now() + 14 * 86_400_000),
        ...told,
      },
    });
  });
  return { id };
}

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
