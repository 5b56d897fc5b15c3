import { setImmediate as everybodyElse } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/lib/dates";
import { placeIn } from "@/lib/day-place";
import { searchElsewhere, searchSetbacks } from "@/lib/finding/queries";
import { columnsOf, elsewhere, tied, whereFound } from "@/lib/finding/where-words-lie";
import { type Column, UNREADABLE } from "@/lib/private-words";
import { connected } from "../database/connect";
import { aMember, type Member } from "../factories";
import { aFeedbackRequest, aJarEntry } from "../factories-of-feedback";
import { aGoal, aWin } from "../factories-of-goals";
import { aDebrief, aLearningPlan, anExperiment, aPracticeQuestion, aReason } from "../factories-of-learning";
import { aPlan } from "../factories-of-plans";
import { anExercise, aReframe, aSetback, aWritingSession } from "../factories-of-setbacks";
import { as } from "../people";

/* Members find their own words again, wherever they wrote them down, and nobody else does. */

let juniper: Member;
let wren: Member;
beforeAll(async () => {
  [juniper, wren] = [await aMember({ name: "Juniper" }), await aMember({ name: "Wren" })];
});

const inSetbacks = async (member: Member, asked: string) =>
  (await as(member, (viewer) => searchSetbacks(viewer, asked))).setbacks;
const around = (member: Member, asked: string) => as(member, (viewer) => searchElsewhere(viewer, asked));

/** What was said of a setback by somebody, each with a word that stands nowhere else. */
const belonging: [word: string, foundIn: string, (setback: { id: string }) => Promise<unknown>][] = [
  ["badger", "an exercise", (setback) => anExercise(juniper, setback, "kind_letter", { wish: ["Badger."] })],
  [
    "otter",
    "an exercise",
    (setback) => anExercise(juniper, setback, "common_ground", { others: ["“Otter”\nand others"] }),
  ],
  [
    "heron",
    "an exercise",
    (setback) => anExercise(juniper, setback, "what_matters", { dear: ["Learning"], ownWords: ["Herons"] }),
  ],
  ["stoat", "a thought you looked at again", (setback) => aReframe(juniper, setback, { fairer: "A stoat." })],
  ["marten", "a reason", (setback) => aReason(juniper, setback, { words: "No marten." })],
  ["adder", "looking back", (setback) => aDebrief(juniper, setback, { differently: "Adder" })],
  ["newt", "guided writing", (setback) => aWritingSession(juniper, setback, { words: "A newt." })],
  [
    "kestrel",
    "a question to practise",
    ({ id: setbackId }) => aPracticeQuestion(juniper, { setbackId, question: "Why a kestrel?" }),
  ],
  ...(["letter", "answer", "lesson"] as const).map((field): (typeof belonging)[number] => [
    `plover${field}`,
    { letter: "a letter", answer: "an answer", lesson: "what you take from an answer" }[field],
    ({ id: setbackId }) =>
      aFeedbackRequest(juniper, { setbackId, askedOn: "2026-11-01", [field]: `A plover${field}.` }),
  ]),
];

describe("what belongs to a setback", () => {
  test.each(belonging)("is found with it, by %s in %s", async (word, foundIn, say) => {
    const setback = await aSetback(juniper, { happened: `They said no to ${foundIn}.` });
    await aSetback(juniper, { happened: "Silence." });
    await say(setback);
    expect(await inSetbacks(juniper, word.toUpperCase())).toMatchObject([
      { id: setback.id, foundIn: [foundIn] },
    ]);
    expect((await around(juniper, word)).found).toEqual([]);
    expect(await inSetbacks(wren, word)).toEqual([]);
  });

  test("is found with words that stand in several places, and the fewest of them that say all are named", async () => {
    const robin = await aMember({ name: "Robin" });
    const { id } = await aSetback(robin, { happened: "No from Linnet.", company: "Linnet & sons" });
    await aReason(robin, { id }, { words: "They wanted a licence." });
    await aReason(robin, { id }, { words: "The licence again." });
    expect(await inSetbacks(robin, "licence linnet")).toMatchObject([
      { id, foundIn: ["what happened", "a reason"] },
    ]);
    expect(await inSetbacks(robin, "linnet no")).toMatchObject([{ id, foundIn: [] }]);
    expect(await inSetbacks(robin, "licence thrush")).toEqual([]);
    // No place is named for a word of it alone where another says all of them.
    await aReframe(robin, { id }, { thought: "Linnet wants a licence." });
    expect(await inSetbacks(robin, "licence linnet")).toMatchObject([
      { foundIn: ["a thought you looked at again"] },
    ]);
  });

  test("is not found by what Onward itself wrote around it", async () => {
    const robin = await aMember({ name: "Robin" });
    const setback = await aSetback(robin);
    await anExercise(robin, setback, "kind_letter", { wish: ["Rest."] });
    for (const asked of ["wish", "{", "sealed"]) expect(await inSetbacks(robin, asked), asked).toEqual([]);
  });

  test("is not found once it was taken out", async () => {
    const robin = await aMember({ name: "Robin" });
    const setback = await aSetback(robin);
    const deletedAt = new Date();
    await aReason(robin, setback, { words: "A licence.", deletedAt });
    await aReframe(robin, setback, { thought: "A licence.", deletedAt });
    await aPracticeQuestion(robin, { setbackId: setback.id, question: "A licence?", deletedAt });
    await aFeedbackRequest(robin, { setbackId: setback.id, letter: "A licence.", deletedAt });
    expect(await inSetbacks(robin, "licence")).toEqual([]);
    expect((await around(robin, "licence")).found).toEqual([]);
  });
});

describe("what belongs to no setback", () => {
  const loose: [
    name: string,
    where: string,
    keep: (member: Member) => Promise<{ id: string }>,
    page: string,
  ][] = [
    ["the jar", "your evidence jar", (of) => aJarEntry(of, { words: "A tern." }), "/jar#ID"],
    ["where praise is from", "your evidence jar", (of) => aJarEntry(of, { origin: "Ms Tern" }), "/jar#ID"],
    [
      "an experiment",
      "an experiment",
      (of) => anExperiment(of, { change: "A tern on top" }),
      "/experiments/ID",
    ],
    [
      "what an experiment taught",
      "what you take from an experiment",
      (of) => anExperiment(of, { lesson: "Terns." }),
      "/experiments/ID",
    ],
    ["an if-then plan", "an if-then plan", (of) => aPlan(of, { step: "call Tern" }), "/plans/ID"],
    ["what calls a plan up", "an if-then plan", (of) => aPlan(of, { feeling: "tern-like" }), "/plans/ID"],
    ["something to learn", "a learning plan", (of) => aLearningPlan(of, { skill: "Terns" }), "/learning/ID"],
    [
      "a step of it",
      "a learning plan",
      (of) => aLearningPlan(of, { steps: ["Read", "See “terns”", ""] }),
      "/learning/ID",
    ],
    [
      "a question",
      "a question to practise",
      (of) => aPracticeQuestion(of, { question: "Tern?" }),
      "/practice",
    ],
    ["a win", "a win", (of) => aWin(of, "I saw a tern."), "/wins/ID"],
    ["a goal", "a goal", (of) => aGoal(of, { title: "Look for terns" }), "/goals/ID"],
    ["a letter", "a letter", (of) => aFeedbackRequest(of, { letter: "Dear Tern" }), "/feedback/ID"],
    [
      "what an answer taught",
      "what you take from an answer",
      (of) => aFeedbackRequest(of, { askedOn: "2026-11-01", lesson: "Less tern." }),
      "/feedback/ID",
    ],
  ];

  test.each(loose)(
    "is found elsewhere, with the page where it is read: %s",
    async (_name, where, keep, page) => {
      const robin = await aMember({ name: "Robin" });
      const { id } = await keep(robin);
      const { found, areMore, onlyNewest } = await around(robin, "TERN");
      expect(found).toMatchObject([{ where, href: page.replace("ID", id) }]);
      expect(found[0]?.excerpt).toMatch(/tern/i);
      expect([areMore, onlyNewest]).toEqual([false, null]);
      expect(await inSetbacks(robin, "tern")).toEqual([]);
      expect((await around(wren, "tern")).found).toEqual([]);
    },
  );

  test("is shown from where it says so, and its steps apart", async () => {
    const robin = await aMember({ name: "Robin" });
    const letter = `${"Thank you for your time. ".repeat(40)}I would rather see a tern than a gull.`;
    await aFeedbackRequest(robin, { letter });
    await aLearningPlan(robin, { steps: ["Collect three photographs", "Ask Mira", "Draw a tern"] });
    const { found } = await around(robin, "tern");
    expect(found.map(({ excerpt }) => excerpt)).toEqual([
      "Collect three photographs · Ask Mira · Draw a tern",
      "… for your time. I would rather see a tern than a gull.",
    ]);
    const { id } = await aSetback(robin, { happened: letter });
    expect(await inSetbacks(robin, "gull")).toMatchObject([
      { id, excerpt: "… time. I would rather see a tern than a gull." },
    ]);
  });

  test("is where a letter and a question are found when their setback is gone", async () => {
    const robin = await aMember({ name: "Robin" });
    const { id: setbackId } = await aSetback(robin, { deletedAt: new Date() });
    await aFeedbackRequest(robin, { setbackId, letter: "Dear Tern" });
    await aPracticeQuestion(robin, { setbackId, question: "Tern?" });
    await aReason(robin, { id: setbackId }, { words: "Tern." });
    const { found } = await around(robin, "tern");
    expect(found.map(({ where }) => where)).toEqual(["a question to practise", "a letter"]);
  });

  test("is shown the newest first, and where it is not all of it, that is said", async () => {
    const robin = await aMember({ name: "Robin" });
    await aJarEntry(robin, { words: "The only owl." });
    for (let at = 0; at < 21; at++) await aJarEntry(robin, { words: `Tern ${at}.` });
    const terns = await around(robin, "tern");
    expect(terns.found.map(({ excerpt }) => excerpt)).toEqual(
      Array.from({ length: 20 }, (_, at) => `Tern ${20 - at}.`),
    );
    expect(terns.areMore).toBe(true);
    const newest = await as(robin, (viewer) => searchElsewhere(viewer, "owl", 21));
    expect(newest).toEqual({ found: [], areMore: false, onlyNewest: 21 });
    expect(await as(robin, (viewer) => searchElsewhere(viewer, "owl", 22))).toMatchObject({
      found: [{ excerpt: "The only owl." }],
      onlyNewest: null,
    });
  });
});

test("an accent alone asks for nothing, and finds nothing", async () => {
  const robin = await aMember({ name: "Robin" });
  await aSetback(robin);
  await aWin(robin);
  expect(await inSetbacks(robin, "\u0301")).toEqual([]);
  expect((await around(robin, "\u0301")).found).toEqual([]);
});

describe("a great deal of writing", () => {
  test("is never in memory all at once, and where it belongs to one setback, what was left out is said", async () => {
    const robin = await aMember({ name: "Robin" });
    const { id } = await aSetback(robin, { happened: "Silence.", day: "2026-11-10" });
    const earlier = await aSetback(robin, { happened: "An owl.", day: "2026-11-09" });
    const long = "No word of it. ".repeat(660);
    for (let at = 0; at < 60; at++)
      await anExercise(robin, { id }, "kind_letter", { friend: [long], letter: [long] });
    await anExercise(robin, { id }, "kind_letter", { wish: ["An owl."] });
    let most = 0;
    const look = (before: string | null, atMost?: number) =>
      as(robin, (viewer) => {
        const $queryRaw = (async (...asked: Parameters<typeof viewer.db.$queryRaw>) => {
          const rows = await viewer.db.$queryRaw(...asked);
          most = Math.max(most, JSON.stringify(rows).length);
          return rows;
        }) as typeof viewer.db.$queryRaw;
        const db = new Proxy(viewer.db, {
          get: (of, key) => (key === "$queryRaw" ? $queryRaw : Reflect.get(of, key)),
        });
        return searchSetbacks({ ...viewer, db }, "owl", placeIn(before), atMost);
      });
    const first = await look(null, 1);
    expect(first).toMatchObject({ setbacks: [], notAllOf: "2026-11-10", lookedBackTo: "2026-11-10" });
    expect(await look(first.older, 1)).toMatchObject({ setbacks: [{ id: earlier.id }], notAllOf: null });
    const whole = await look(null);
    expect(whole).toMatchObject({ setbacks: [{ id, foundIn: ["an exercise"] }, { id: earlier.id }] });
    expect(whole.notAllOf).toBeNull();
    expect(most).toBeGreaterThan(500_000);
    expect(most).toBeLessThan(1_200_000);
  });

  test("beside it an earlier setback is looked through to its end, and the next page begins after that", async () => {
    const robin = await aMember({ name: "Robin" });
    const newest = await aSetback(robin, { happened: "An owl.", day: "2026-11-11" });
    const { id } = await aSetback(robin, { happened: "Silence.", day: "2026-11-10" });
    const long = "No word of it. ".repeat(660);
    for (let at = 0; at < 40; at++)
      await anExercise(robin, { id }, "kind_letter", { friend: [long], letter: [long] });
    const first = await as(robin, (viewer) => searchSetbacks(viewer, "owl", null, 1));
    expect(first).toMatchObject({
      setbacks: [{ id: newest.id }],
      notAllOf: null,
      lookedBackTo: "2026-11-11",
    });
    const second = await as(robin, (viewer) => searchSetbacks(viewer, "owl", placeIn(first.older), 1));
    expect(second).toMatchObject({ setbacks: [], notAllOf: "2026-11-10", older: null });
  });

  test("that belongs to no setback is looked through as far as it goes, and how far is said", async () => {
    const robin = await aMember({ name: "Robin" });
    await aWin(robin, "An owl.");
    const long = "No word of it. ".repeat(660);
    for (let at = 0; at < 60; at++)
      await aFeedbackRequest(robin, { letter: long, answer: long, askedOn: "2026-11-01" });
    const part = await as(robin, (viewer) => searchElsewhere(viewer, "owl", 1000, 1));
    expect(part.found).toEqual([]);
    expect(part.onlyNewest).toBeGreaterThan(10);
    expect(part.onlyNewest).toBeLessThan(60);
    expect(await around(robin, "owl")).toMatchObject({ found: [{ where: "a win" }], onlyNewest: null });
  });

  test("is looked through part by part, says how far, and nothing is left out", async () => {
    const robin = await aMember({ name: "Robin" });
    const days = Array.from({ length: 120 }, (_, back) => addDays("2026-11-20", -back));
    for (const [at, day] of days.entries())
      await aSetback(robin, { happened: at % 30 ? `No ${at}` : `Owl ${at}`, day });
    const look = (before: string | null) =>
      as(robin, (viewer) => searchSetbacks(viewer, "owl", placeIn(before), 1));
    const first = await look(null);
    expect(first).toMatchObject({ setbacks: [{}, {}], lookedBackTo: days[49] });
    const second = await look(first.older);
    expect(second).toMatchObject({ setbacks: [{}, {}], lookedBackTo: days[99] });
    const third = await look(second.older);
    expect(third).toEqual({ setbacks: [], older: null, lookedBackTo: null, notAllOf: null });
    expect([...first.setbacks, ...second.setbacks].map(({ excerpt }) => excerpt)).toEqual([
      "Owl 0",
      "Owl 30",
      "Owl 60",
      "Owl 90",
    ]);
    expect(await inSetbacks(robin, "owl")).toHaveLength(4);
  });

  test("keeps nobody else waiting while it is looked through", async () => {
    const robin = await aMember({ name: "Robin" });
    const long = "No word of it. ".repeat(600);
    for (let at = 0; at < 60; at++) await aSetback(robin, { happened: long, page: long });
    let [looking, inOneGo, longest, all] = [true, 0, 0, 0];
    const others = (async () => {
      while (looking) {
        await everybodyElse();
        inOneGo = 0;
      }
    })();
    await as(robin, (viewer) => {
      const open: typeof viewer.words.open = (column, row, stored) => {
        const { length } = stored ?? "";
        all += length;
        inOneGo += length;
        longest = Math.max(longest, inOneGo);
        return viewer.words.open(column, row, stored);
      };
      return searchSetbacks({ ...viewer, words: { ...viewer.words, open } }, "owl");
    });
    looking = false;
    await others;
    expect(all).toBeGreaterThan(1_000_000);
    expect(longest).toBeLessThan(250_000);
  });
});

test("words that cannot be opened are found by nobody, and the rest of their setback is", async () => {
  const robin = await aMember({ name: "Robin" });
  const { id } = await aSetback(robin, { happened: "No.", company: "Linnet & sons" });
  await connected("admin", (admin) =>
    admin.query("update setbacks set happened = 'Forged.' where id = $1", [id]),
  );
  expect(await inSetbacks(robin, "cannot be opened")).toEqual([]);
  expect(await inSetbacks(robin, "forged")).toEqual([]);
  expect(await inSetbacks(robin, "linnet")).toMatchObject([{ id, excerpt: UNREADABLE }]);
});

test("whatever lies sealed is looked through, with its setback or elsewhere, unless it is named as not", () => {
  const reached = (
    ["setbacks", ...tied, ...Object.keys(elsewhere)] as Parameters<typeof columnsOf>[0][]
  ).flatMap(columnsOf);
  const named = (Object.keys(whereFound) as Column[]).filter((column) => whereFound[column] !== null);
  expect([...new Set(reached)].sort()).toEqual(named.sort());
});
