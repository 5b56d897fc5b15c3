import type { Rows } from "./row";

/* Letters that ask for feedback. */

export const pagesOfFeedback: Rows = {
  "(member)/feedback/[id]/share": [
    ["author", ({ letters }) => `/feedback/${letters.answered.id}/share`, /^Share with a circle$/],
  ],
  "(member)/feedback": [
    ["author", ({ deletedLetter }) => `/feedback?deleted=${deletedLetter.id}`, /^Feedback$/],
    ["former", () => "/feedback", /^Feedback$/],
  ],
  "(member)/feedback/new": [
    ["author", () => "/feedback/new", /^Ask for feedback$/],
    [
      "author",
      ({ setback, template }) => `/feedback/new?setback=${setback.id}&letter=${template.id}`,
      /^Ask for feedback$/,
    ],
  ],
  "(member)/feedback/[id]": [
    ["author", ({ letters }) => `/feedback/${letters.drafted.id}`, /^Feedback on your resume$/],
    ["author", ({ letters }) => `/feedback/${letters.asked.id}`, /^Feedback on your interview$/],
    ["author", ({ letters }) => `/feedback/${letters.answered.id}`, /^Feedback on your cover letter$/],
    ["author", ({ letters }) => `/feedback/${letters.silent.id}`, /^Feedback on your resume$/],
    [
      "author",
      ({ letters }) => `/feedback/${letters.unopened.id}`,
      /^Feedback on your resume$/,
      null,
      "This letter cannot be opened",
    ],
    // On any other day: room for a lesson, and an answer that becomes a reason, or may once it is tied.
    [
      "facilitator",
      ({ lateLetters }) => `/feedback/${lateLetters.asked.id}`,
      /^Feedback on your resume$/,
      null,
      "What I take from it",
    ],
    [
      "facilitator",
      ({ lateLetters }) => `/feedback/${lateLetters.tied.id}`,
      /^Feedback on your resume$/,
      null,
      "Note a reason from it",
    ],
    [
      "facilitator",
      ({ lateLetters }) => `/feedback/${lateLetters.untied.id}`,
      /^Feedback on your resume$/,
      null,
      "If this letter is about one of yours, tie it there",
    ],
    [
      "outsider",
      ({ lateLetters }) => `/feedback/${lateLetters.aboutNone.id}`,
      /^Feedback on your resume$/,
      null,
      "there is none of yours here",
    ],
  ],
};
