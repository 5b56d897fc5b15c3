import { columnOf, type Day, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";
import { freshId } from "@/lib/ids";
import { privateWords } from "@/lib/private-words";
import type { Member } from "./factories";

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
