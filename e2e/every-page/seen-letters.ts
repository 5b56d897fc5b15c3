import { asMember } from "@/lib/db";
import type { Member } from "@/tests/factories";
import { aFeedbackRequest, aFeedbackTemplate, aJarEntry } from "@/tests/factories-of-feedback";
import type { World } from "@/tests/matrix/world";

/* Letters that ask for feedback, and what came of them. */

/** Letters in every state, on the day of a setback. */
export async function severalLetters(author: Member, setback: { id: string }) {
  const letters = {
    drafted: await aFeedbackRequest(author, { letter: "Hello {name},\n\nwhat about {role}?\n\n{me}" }),
    asked: await aFeedbackRequest(author, {
      artefact: "interview",
      name: "Ms Tern at Kestrel Freight",
      setbackId: setback.id,
      askedOn: "2026-11-01",
      followUpOn: "2026-11-08",
    }),
    answered: await aFeedbackRequest(author, {
      artefact: "cover_letter",
      askedOf: "peer",
      askedOn: "2026-11-01",
      answer: "I stopped reading in the second paragraph.\n\nIt does sound like you.",
      lesson: "Half as long.",
    }),
    silent: await aFeedbackRequest(author, { askedOn: "2026-11-01", silentOn: "2026-11-20" }),
    unopened: await aFeedbackRequest(author),
  };
  await asMember(author.id, (db) =>
    db.feedbackRequest.updateMany({
      where: { userId: author.id, id: letters.unopened.id },
      data: { letter: "Put here by hand." },
    }),
  );
  const deletedLetter = await aFeedbackRequest(author, { deletedAt: new Date() });
  const template = await aFeedbackTemplate(author);
  await aJarEntry(author, { origin: "my last team" });
  const deletedPraise = await aJarEntry(author, { deletedAt: new Date() });
  return { letters, deletedLetter, template, deletedPraise };
}

/** Letters of people to whom nothing happened today: with room for a lesson, or an answer that becomes a reason. */
export async function lateLettersOf({ facilitator, outsider }: World, setback: { id: string }) {
  const answered = { askedOn: "2026-11-01", answer: "Very close. A summary on top would help." } as const;
  return {
    asked: await aFeedbackRequest(facilitator, { askedOn: "2026-11-01", followUpOn: "2026-11-08" }),
    tied: await aFeedbackRequest(facilitator, { ...answered, setbackId: setback.id }),
    untied: await aFeedbackRequest(facilitator, { ...answered, lesson: "A summary on top." }),
    aboutNone: await aFeedbackRequest(outsider, answered),
  };
}
