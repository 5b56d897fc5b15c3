import { z } from "zod";
import type { EveryOf } from "@/lib/every-of";
import { day, line, mintedId, optionalLine, rowId, words, wordsIfAsked } from "@/lib/form-fields";
import type { Artefact as KnownArtefact, FeedbackFrom as KnownFrom } from "@/lib/generated/enums";

export const artefacts = ["resume", "cover_letter", "interview"] as const satisfies readonly KnownArtefact[];
export type Artefact = EveryOf<typeof artefacts, KnownArtefact>;

export const froms = ["employer", "recruiter", "peer"] as const satisfies readonly KnownFrom[];
export type From = EveryOf<typeof froms, KnownFrom>;

/** What feedback is about: as a choice, as a title, and within a sentence. */
export const artefactWords: Record<Artefact, { choice: string; title: string; mine: string }> = {
  resume: { choice: "My resume", title: "Feedback on your resume", mine: "my resume" },
  cover_letter: {
    choice: "My cover letter",
    title: "Feedback on your cover letter",
    mine: "my cover letter",
  },
  interview: { choice: "An interview", title: "Feedback on your interview", mine: "my interview" },
};

/** Who is asked: as a choice, and within a sentence. */
export const fromWords: Record<From, { choice: string; one: string }> = {
  employer: { choice: "The employer", one: "an employer" },
  recruiter: { choice: "A recruiter", one: "a recruiter" },
  peer: { choice: "Somebody in my field", one: "somebody in your field" },
};

/** What can be taken one after the other, and taken back the other way round. */
export const steps = ["asked", "followed_up", "answered", "silent"] as const;
export type Step = (typeof steps)[number];

export const LONGEST_LETTER = 10_000;

/** What a letter leaves open, by the field that fills it. */
const fillers = { name: optionalLine(), role: optionalLine(), company: optionalLine(), me: optionalLine() };

const optionalDay = z.union([z.literal("").transform(() => null), day]).default(null);

const aSetback = z.union([z.literal("").transform(() => null), rowId]).default(null);

export const beginForm = z.object({
  id: mintedId,
  artefact: z.enum(artefacts, "Choose what you would like feedback on."),
  askedOf: z.enum(froms, "Choose whom you would like to ask."),
  /** A preset by its name, or one of the member's own by its id. */
  template: z.string("Choose a letter to begin with.").max(60, "Choose a letter to begin with."),
  setbackId: aSetback,
  ...fillers,
});

export const letterForm = z.object({
  requestId: rowId,
  subject: line("Give it a subject."),
  letter: words("Write a line or two.", LONGEST_LETTER),
  ...fillers,
});

export const oneRequestForm = z.object({ requestId: rowId });
export const askedForm = z.object({ requestId: rowId, askedOn: day, followUpOn: optionalDay });
export const followUpDayForm = z.object({ requestId: rowId, followUpOn: optionalDay });
export const tieForm = z.object({ requestId: rowId, setbackId: aSetback });
export const answerForm = z.object({
  requestId: rowId,
  answer: wordsIfAsked(LONGEST_LETTER),
  lesson: wordsIfAsked(LONGEST_LETTER),
});
export const stepBackForm = z.object({ requestId: rowId, step: z.enum(steps) });

/** Under which keys the words of its forms wait until they are sent. */
export const beginDraftKey = (setbackId: string | null) => (setbackId ? `feedback:${setbackId}` : "feedback");
export const letterDraftKey = (requestId: string) => `letter:${requestId}`;
export const answerDraftKey = (requestId: string) => `answer:${requestId}`;
/**
 * On the day of a setback its form does not ask for the lesson, so that it must not drop what was typed of it before.
 */
export const answerAloneDraftKey = (requestId: string) => `answer-alone:${requestId}`;
