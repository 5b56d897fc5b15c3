import { describe, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { deleteExercise, keepExercise } from "@/lib/exercises/actions";
import { type ExerciseKind, exerciseKinds, guides } from "@/lib/exercises/guides";
import { listExercises } from "@/lib/exercises/queries";
import { exerciseDraftKey } from "@/lib/exercises/schema";
import { draftKey } from "@/lib/form-fields";
import { freshId } from "@/lib/ids";
import { isSealed } from "@/lib/private-words";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { anExercise, aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";
import { statementsOf } from "../statements";

const exercisesOf = (member: Member, setback: { id: string }) =>
  as(member, (viewer) => listExercises(viewer, setback.id));

/** What was answered, as [question's name, texts]. */
const answersOf = async (member: Member, setback: { id: string }) =>
  (await exercisesOf(member, setback)).map(({ answered }) =>
    answered.map(({ question, texts }) => [question.name, texts]),
  );

test("there are three short ones, each with two or three questions that ask for no reasons and no lessons", () => {
  for (const { title, intro, questions } of Object.values(guides)) {
    expect(questions.length).toBeGreaterThanOrEqual(2);
    expect(questions.length).toBeLessThanOrEqual(3);
    for (const words of [title, intro, ...questions.map(({ ask, hint = "" }) => `${ask} ${hint}`)])
      expect(words).not.toMatch(/\bwhy\b|reason|lesson|learn from|mistake|fault|!/i);
  }
});

test("each waits as a draft under a key that drafts can have", () => {
  for (const kind of exerciseKinds)
    expect(draftKey.safeParse(exerciseDraftKey(kind, freshId())).success).toBe(true);
});

describe("keeping an exercise", () => {
  const filled: [ExerciseKind, Record<string, string | string[]>, [string, string[]][]][] = [
    [
      "kind_letter",
      { friend: " Tired. ", letter: "Dear Juniper,\n\nrest.", wish: "A walk" },
      [
        ["friend", ["Tired."]],
        ["letter", ["Dear Juniper,\n\nrest."]],
        ["wish", ["A walk"]],
      ],
    ],
    [
      "common_ground",
      { hard: "The silence.", toMyself: "This is hard." },
      [
        ["hard", ["The silence."]],
        ["toMyself", ["This is hard."]],
      ],
    ],
    [
      "what_matters",
      { dear: ["Nature", "Fairness"], ownWords: "My garden", lived: "" },
      [
        ["dear", ["Nature", "Fairness"]],
        ["ownWords", ["My garden"]],
      ],
    ],
  ];

  test.each(filled)("%s: what was answered, without what was left out", async (kind, fields, answers) => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const setback = await aSetback(juniper);
    const id = freshId();
    // Answers to the questions of another kind are not of this one.
    const stray = kind === "common_ground" ? { letter: "stray" } : { hard: "stray" };
    expect(
      await submit(juniper, keepExercise, { id, setbackId: setback.id, kind, ...stray, ...fields }),
    ).toEqual({ status: "went", to: `/setbacks/${setback.id}/exercise/${kind}?kept=${id}` });
    expect(await answersOf(juniper, setback)).toEqual([answers]);
    expect(await exercisesOf(wren, setback)).toEqual([]);
    const rows = await asMember(juniper.id, (db) => db.exercise.findMany({ select: { answers: true } }));
    expect(rows.map((row) => isSealed(row.answers))).toEqual([true]);
  });

  test("the same form twice, even at once, is there once; with other words both are", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const form = { id: freshId(), setbackId: setback.id, kind: "kind_letter", letter: "Rest." };
    const went = { status: "went", to: `/setbacks/${setback.id}/exercise/kind_letter?kept=${form.id}` };
    const once = () => submit(juniper, keepExercise, form);
    expect(await Promise.all([once(), once()])).toEqual([went, went]);
    expect(await once()).toEqual(went);
    expect(await exercisesOf(juniper, setback)).toHaveLength(1);

    const changed = { ...form, letter: "Rest well." };
    const again = [
      await submit(juniper, keepExercise, changed),
      await submit(juniper, keepExercise, changed),
    ];
    expect(again[0]).toEqual(again[1]);
    const kept = (await answersOf(juniper, setback)).map((answers) => JSON.stringify(answers)).sort();
    expect(kept).toEqual([`[["letter",["Rest well."]]]`, `[["letter",["Rest."]]]`]);
  });

  test("with every question left out keeps nothing, and asks for nothing", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    for (const kind of exerciseKinds) {
      const sent = await submit(juniper, keepExercise, { setbackId: setback.id, kind, letter: " \n" });
      expect(sent).toEqual({ status: "done", message: expect.stringContaining("that is fine") });
    }
    expect(await exercisesOf(juniper, setback)).toEqual([]);
  });

  test("can be done again, beside the earlier ones, the newest first, also of a closed setback", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper, { phase: "act", closedAt: new Date() });
    for (const letter of ["One.", "Two."])
      await submit(juniper, keepExercise, { setbackId: setback.id, kind: "kind_letter", letter });
    await anExercise(juniper, setback, "common_ground", { hard: ["All of it."] });
    const letters = await as(juniper, (viewer) => listExercises(viewer, setback.id, "kind_letter"));
    expect(letters.map(({ answered }) => answered[0]?.texts)).toEqual([["Two."], ["One."]]);
    expect(await exercisesOf(juniper, setback)).toHaveLength(3);
  });

  test("drops the draft of it", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const key = exerciseDraftKey("kind_letter", setback.id);
    await aDraft(juniper, key, { letter: ["Re"] });
    await submit(juniper, keepExercise, {
      setbackId: setback.id,
      kind: "kind_letter",
      letter: "Rest.",
      draftKey: key,
    });
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  });

  test.each([
    ["of no kind that there is", { kind: "vision_board" }, "kind"],
    ["with a choice that is none of ours", { kind: "what_matters", dear: ["Winning"] }, "dear"],
    ["longer than an answer can be", { letter: "x".repeat(10_001) }, "letter"],
  ])("%s is not taken, and every word comes back", async (_name, wrong, field) => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const fields = { setbackId: setback.id, kind: "kind_letter", letter: "Rest.", ...wrong };
    expect(await submit(juniper, keepExercise, fields)).toMatchObject({
      status: "invalid",
      fieldErrors: { [field]: expect.any(String) },
      values: { letter: [fields.letter] },
    });
    expect(await exercisesOf(juniper, setback)).toEqual([]);
  });

  test("is for one's own setback, and words about a deleted one come back", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const setback = await aSetback(juniper);
    const form = { kind: "kind_letter", letter: "Rest." };
    expect(await submit(wren, keepExercise, { setbackId: setback.id, ...form })).toEqual({
      status: "not found",
    });
    const deleted = await aSetback(juniper, { deletedAt: new Date() });
    expect(await submit(juniper, keepExercise, { setbackId: deleted.id, ...form })).toMatchObject({
      status: "refused",
      values: { letter: ["Rest."] },
    });
    for (const one of [setback, deleted]) expect(await exercisesOf(juniper, one)).toEqual([]);
  });
});

describe("deleting an exercise", () => {
  test("is for good, twice is the same as once, and nobody else can", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const setback = await aSetback(juniper);
    const { id } = await anExercise(juniper, setback);
    const form = { exerciseId: id, setbackId: setback.id, kind: "kind_letter" };
    await submit(wren, deleteExercise, form);
    expect(await exercisesOf(juniper, setback)).toHaveLength(1);
    const went = { status: "went", to: `/setbacks/${setback.id}/exercise/kind_letter?deleted=1` };
    expect(await submit(juniper, deleteExercise, form)).toEqual(went);
    expect(await submit(juniper, deleteExercise, form)).toEqual(went);
    expect(await exercisesOf(juniper, setback)).toEqual([]);
  });
});

test("the exercises about a setback are found in one statement", async () => {
  const juniper = await aMember();
  const setback = await aSetback(juniper);
  await anExercise(juniper, setback);
  const { statements } = await statementsOf(() => exercisesOf(juniper, setback));
  expect(statements.filter((sql) => /exercises/.test(sql))).toHaveLength(1);
});
