// What members write of a setback and of what becomes of it, each by its page's own form.

import { type About, sendFirst, type Writer } from "./forms.ts";

const of = (page: string) => (writer: Writer) => `/setbacks/${writer.setbackId}/${page}`;

const firstThought: About = {
  at: of("reframe"),
  label: "A first thought",
  typed: [
    ["thought", "I always fall apart at the end."],
    ["feeling", "tired=8"],
  ],
};

const letter: About = {
  at: ({ setbackId }) => `/feedback/new?setback=${setbackId}&artefact=interview&of=employer`,
  label: "Begin this letter",
  typed: [["name", "Ms Alder"]],
};

const choice: About = {
  at: of("share"),
  label: "What goes to the circle",
  typed: ({ person, setbackId }) => [
    ["circleId", person.circleId],
    ["fact", "kind"],
    ["fact", "feelings"],
    ["piece", `went-well:${setbackId}`],
    ["employer", "masked"],
    ["wordsToo", "on"],
    ["words", "No, after three rounds."],
    ["need", "listen"],
  ],
};

const choiceOfPieces: About = {
  at: async (writer) => `/experiments/${(await experimentsOf(writer)).at(-1)}/share`,
  label: "What goes to the circle",
  typed: ({ person }, path) => [
    ["circleId", person.circleId],
    ["piece", `change:${path.split("/")[2]}`],
    ["words", "I try this for a month."],
  ],
};

export const aboutSetbacks = {
  "note a feeling": {
    at: of("edit"),
    label: "Setback",
    typed: [
      ["happened", "No, after three rounds."],
      ["kind", "final_round"],
      ["feeling", "deflated=7"],
      ["feeling", "tired=4"],
    ],
  },
  "keep a page of guided writing": {
    at: begunWriting,
    label: "Guided writing",
    typed: [["words", "It was raining when they called, and I knew it by the first word."]],
  },
  "keep an exercise": {
    at: of("exercise/kind_letter"),
    label: "A kind letter",
    typed: [
      ["friend", "Somebody who prepared for weeks."],
      ["letter", "You went there, three times, and you were yourself."],
      ["wish", "A long walk."],
    ],
  },
  "keep a reframe": {
    at: (writer) => sendFirst(writer, firstThought),
    label: "Look at it again",
    typed: [
      ["thought", "I always fall apart at the end."],
      ["trap", "all-or-nothing"],
      ["evidenceFor", "The third round went badly."],
      ["evidenceAgainst", "Two rounds went well."],
      ["fairer", "I was tired in the third round."],
      ["after", "tired=3"],
    ],
  },
  "add a reason": {
    at: of("learn"),
    label: "Add a reason",
    typed: [
      ["words", "My answers ran long."],
      ["saidBy", "me"],
    ],
  },
  // What is not sorted yet stands first: the one that was added.
  "sort a reason": { at: of("learn"), label: "Whose it was", typed: [["whose", "mine"]] },
  "keep a debrief": {
    at: of("debrief"),
    label: "Look back on the conversation",
    typed: [
      ["wentWell", "They laughed with me about the forklift."],
      ["differently", "Shorter, and the number first."],
      ["questions", "Why did you leave?\nWhy us?"],
    ],
  },
  "let go of a setback": {
    at: ({ restsId }) => `/setbacks/${restsId}/let-go`,
    label: "Let this one go",
    typed: [["farewell", "You may rest now."]],
  },
  "put something in the jar": {
    at: "/jar",
    label: "Keep something",
    typed: [
      ["words", "You explained it so that I could do it."],
      ["origin", "My last team"],
      ["day", "2025-11-22"],
    ],
  },
  "count a case": { at: "/experiments", label: "Count one", typed: [] },
  "begin an experiment": {
    at: roomForAnExperiment,
    label: "Begin an experiment",
    typed: [
      ["change", "A two-line summary on top of my resume."],
      ["better", "replies"],
      ["lasts", "cases"],
      ["cases", "10"],
    ],
  },
  "begin a learning plan": {
    at: "/learning/new",
    label: "Something to learn",
    typed: [
      ["skill", "Opening an interview"],
      ["step1", "Read one page about it"],
      ["step2", "Try it once aloud"],
      ["makeGoal", "on"],
    ],
  },
  "write a plan": {
    at: "/plans/new",
    label: "Write a plan",
    typed: [
      ["on", "kind"],
      ["kind", "silence"],
      ["step", "call my brother before I open my laptop"],
    ],
  },
  "draft a letter": letter,
  "tie a letter": {
    // One that began with no setback.
    at: (writer) => sendFirst(writer, { ...letter, at: "/feedback/new?artefact=interview&of=employer" }),
    label: "Tie it to one of your setbacks",
    typed: ({ setbackId }) => [["setbackId", setbackId]],
  },
  "keep an answer": {
    at: async (writer) => {
      const path = await sendFirst(writer, letter);
      await sendFirst(writer, { at: path, label: "I asked", typed: [["askedOn", "2025-11-22"]] });
      return path;
    },
    label: "They answered",
    typed: [
      ["answer", "The other person had run a depot before."],
      ["lesson", "It was close."],
    ],
  },
  "choose what goes of a setback": choice,
  "share what was chosen of it": {
    at: (writer) => sendFirst(writer, choice),
    label: "Share",
    typed: [],
  },
  "choose what goes of an experiment": choiceOfPieces,
  "share what was chosen of that": {
    at: (writer) => sendFirst(writer, choiceOfPieces),
    label: "Share",
    typed: [],
  },
} satisfies Record<string, About>;

/** Where today's page is: a day has one. */
async function begunWriting(writer: Writer): Promise<string> {
  const at = of("writing")(writer);
  const { html } = await writer.browser.open(at);
  const [begun] = new RegExp(`${at}/[0-9a-f-]{36}`).exec(html) ?? [];
  return begun ?? sendFirst(writer, { at, label: "Begin writing", typed: [] });
}

/** Where an experiment is begun. Two run at once at most: the one that was begun here before makes room. */
export async function roomForAnExperiment(writer: Writer): Promise<string> {
  const [newest, older] = await experimentsOf(writer);
  if (older)
    await sendFirst(writer, { at: `/experiments/${newest}`, label: "Delete this experiment", typed: [] });
  return "/experiments/new";
}

/** A writer's experiments, the newest first: ids are in the order of time. */
async function experimentsOf({ browser }: Writer): Promise<string[]> {
  const { html } = await browser.open("/experiments");
  const ids = Array.from(html.matchAll(/\/experiments\/([0-9a-f-]{36})/g), ([, id = ""]) => id);
  return [...new Set(ids)].sort().reverse();
}
