import type { Artefact, From } from "@/lib/feedback/schema";
import type { SetbackKind } from "@/lib/setbacks/schema";

/**
 * A letter to begin with. Brief, because brief letters get read; it accepts the decision, asks one thing, and makes
 * it easy not to answer.
 */
export type Template = {
  artefact: Artefact;
  askedOf: From;
  /** When it fits, and the kind of setback that it is the first choice after. */
  title: string;
  after?: SetbackKind;
  subject: string;
  letter: string;
};

export const presets = {
  "resume-employer": {
    artefact: "resume",
    askedOf: "employer",
    title: "After a no to an application",
    subject: "Thank you, and one question about my resume",
    letter: `Hello {name},

Thank you for letting me know about the {role} position. I respect your decision and am not asking you to change it.

If you have a minute: what one thing would have made my resume stronger for this role? A single line would help me a lot, and if you cannot say, that is fine too.

Kind regards,
{me}`,
  },
  "resume-employer-silence": {
    artefact: "resume",
    askedOf: "employer",
    title: "When no answer ever came",
    after: "silence",
    subject: "My application for {role}",
    letter: `Hello {name},

Some time ago I applied for the {role} position at {company}. I take it that you went with somebody else, and I wish you both well.

If you remember my resume: is there one thing on it that I should change? One line is plenty, and no answer is fine too.

Kind regards,
{me}`,
  },
  "resume-recruiter": {
    artefact: "resume",
    askedOf: "recruiter",
    title: "After a no through a recruiter",
    subject: "One question about my resume",
    letter: `Hello {name},

Thank you for putting me forward for {role}. You see many more resumes than I ever will.

Which one change to mine would have the most effect? Be as plain as you like. I would rather know.

Kind regards,
{me}`,
  },
  "resume-peer": {
    artefact: "resume",
    askedOf: "peer",
    title: "A friendly pair of eyes",
    subject: "Would you look at my resume for five minutes?",
    letter: `Hi {name},

I am applying for roles like {role} and would love a fresh pair of eyes on my resume.

Would you read it for five minutes and tell me two things: what you remember afterwards, and what you would leave out? It is fine to say no.

Thank you,
{me}`,
  },
  "cover-letter-employer": {
    artefact: "cover_letter",
    askedOf: "employer",
    title: "After a no to an application",
    subject: "Thank you, and one question about my cover letter",
    letter: `Hello {name},

Thank you for reading my application for {role}. I accept your decision.

I am learning to write better cover letters. Was there a point where mine lost you, or something that you missed? A line would help me, and if there is no time, I understand.

Kind regards,
{me}`,
  },
  "cover-letter-recruiter": {
    artefact: "cover_letter",
    askedOf: "recruiter",
    title: "What employers would like to read",
    subject: "A question about my cover letter for {role}",
    letter: `Hello {name},

Thank you for your help with {role}.

May I ask what you thought of my cover letter? I would like to know what an employer like {company} hopes to read in the first lines, and whether mine says it.

Kind regards,
{me}`,
  },
  "cover-letter-peer": {
    artefact: "cover_letter",
    askedOf: "peer",
    title: "Does it sound like me?",
    subject: "Does this sound like me?",
    letter: `Hi {name},

I have written a cover letter for {role} and can no longer see it clearly.

Would you read it once and tell me where you would have stopped reading, and whether it sounds like me? Two lines are plenty, and it is fine to say no.

Thank you,
{me}`,
  },
  "interview-employer": {
    artefact: "interview",
    askedOf: "employer",
    title: "After an interview",
    subject: "Thank you for the conversation",
    letter: `Hello {name},

Thank you for the conversation about the {role} position, and for letting me know. I respect your decision.

I would like to get better at this. Is there one answer of mine that you would have liked to be different? Anything you can say is welcome, and if you may not say, I understand.

Kind regards,
{me}`,
  },
  "interview-employer-final": {
    artefact: "interview",
    askedOf: "employer",
    title: "After the final round",
    after: "final_round",
    subject: "Thank you for these weeks",
    letter: `Hello {name},

Thank you for the time that you and everyone at {company} gave me. I would have liked to work with you, and I accept your decision.

Since you saw so much of my work: what did the person you chose show you that I did not? One honest sentence would be worth a lot to me.

I wish you a good start together.

Kind regards,
{me}`,
  },
  "interview-recruiter": {
    artefact: "interview",
    askedOf: "recruiter",
    title: "What they said afterwards",
    subject: "What they said about {role}",
    letter: `Hello {name},

Thank you for arranging the interview for {role}.

Did they say anything about how it went? I would be glad of it just as they said it, good or not, so that I can prepare better next time.

Kind regards,
{me}`,
  },
  "interview-peer": {
    artefact: "interview",
    askedOf: "peer",
    title: "A practice conversation",
    subject: "Would you practise one interview question with me?",
    letter: `Hi {name},

I have been to an interview for {role} and would like to answer some questions better next time.

Would you ask me two of them, in twenty minutes, and tell me plainly how my answers sound? A call is fine, and so is a no.

Thank you,
{me}`,
  },
} as const satisfies Record<string, Template>;

export type Preset = Template & { name: string };

/** The letters for this, first the one for such a setback, then the most usual one. */
export const presetsFor = (
  artefact: Artefact,
  askedOf: From,
  setback: { kind: SetbackKind | null } | null = null,
): Preset[] => {
  const fitting = Object.entries<Template>(presets)
    .map(([name, template]) => ({ name, ...template }))
    .filter((template) => template.artefact === artefact && template.askedOf === askedOf);
  const isFirst = ({ after }: Template) => after !== undefined && after === setback?.kind;
  return [...fitting.filter(isFirst), ...fitting.filter((template) => !isFirst(template))];
};

/** The preset of this name, when there is one. Names come from the address bar and from forms. */
export const findPreset = (name: string): Template | null =>
  Object.hasOwn(presets, name) ? presets[name as keyof typeof presets] : null;
