import { aFeedbackRequest, aFeedbackTemplate, aJarEntry } from "../factories-of-feedback";
import { aSetback } from "../factories-of-setbacks";
import { authorOnly, everyone, type Rows, today } from "./row";

/* Letters that ask for feedback, those kept for the next time, and the evidence jar. */

export const rowsOfFeedback: Rows = {
  "feedback/beginLetter": {
    row: everyone,
    fields: () => ({ artefact: "resume", askedOf: "employer", template: "resume-employer", name: "Ms Tern" }),
  },
  "feedback/changeLetter": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author)).id,
      name: "Ms Tern",
      subject: "One question",
      letter: "What would have made it stronger?",
    }),
  },
  "feedback/tieToSetback": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author)).id,
      setbackId: (await aSetback(author)).id,
    }),
  },
  "feedback/sayAsked": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author)).id,
      askedOn: today(),
      followUpOn: "",
    }),
  },
  "feedback/chooseFollowUpDay": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { askedOn: "2026-11-01" })).id,
      followUpOn: "2026-12-01",
    }),
  },
  "feedback/sayFollowedUp": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { askedOn: "2026-11-01" })).id,
    }),
  },
  "feedback/keepAnswer": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { askedOn: "2026-11-01" })).id,
      answer: "It was very close.",
      lesson: "A summary on top.",
    }),
  },
  "feedback/saySilent": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { askedOn: "2026-11-01" })).id,
    }),
  },
  "feedback/takeStepBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { askedOn: "2026-11-01" })).id,
      step: "asked",
    }),
  },
  "feedback/putAnswerInJar": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { askedOn: "2026-11-01", answer: "It was very close." })).id,
    }),
  },
  "feedback/deleteRequest": {
    row: authorOnly,
    fields: async ({ author }) => ({ requestId: (await aFeedbackRequest(author)).id }),
  },
  "feedback/bringRequestBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { deletedAt: new Date() })).id,
    }),
  },
  "templates/keepTemplate": {
    row: everyone,
    fields: () => ({
      artefact: "resume",
      askedOf: "peer",
      subject: "Five minutes?",
      letter: "Hi {name}, would you look?",
    }),
  },
  "templates/deleteTemplate": {
    row: authorOnly,
    fields: async ({ author }) => ({ templateId: (await aFeedbackTemplate(author)).id }),
  },
  "templates/bringTemplateBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      templateId: (await aFeedbackTemplate(author, { deletedAt: new Date() })).id,
    }),
  },
  "jar/keepInJar": {
    row: everyone,
    fields: () => ({ words: "You explained that so well.", origin: "my last team", day: today() }),
  },
  "jar/takeOutOfJar": {
    row: authorOnly,
    fields: async ({ author }) => ({ entryId: (await aJarEntry(author)).id }),
  },
  "jar/putBackInJar": {
    row: authorOnly,
    fields: async ({ author }) => ({ entryId: (await aJarEntry(author, { deletedAt: new Date() })).id }),
  },
};
