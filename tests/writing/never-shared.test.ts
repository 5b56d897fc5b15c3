import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Prisma } from "@/lib/generated/client";
import { freshId } from "@/lib/ids";
import { listPosts } from "@/lib/posts/queries";
import { writeOwnPage } from "@/lib/setbacks/actions";
import { chooseWhatGoes, shareSetback } from "@/lib/shares/actions";
import { pieceWords } from "@/lib/shares/pieces";
import { findPreview } from "@/lib/shares/queries";
import { choiceForm, facts } from "@/lib/shares/schema";
import { findShareableSetback } from "@/lib/shares/shareable";
import { aCircle, aMember } from "../factories";
import { aJarEntry } from "../factories-of-feedback";
import { aDebrief, aReason } from "../factories-of-learning";
import { anExercise, aReframe, aSetback, aWritingSession } from "../factories-of-setbacks";
import { as, submit } from "../people";

/* Guided writing, the page to oneself and the evidence jar cannot be shared at all: nothing that shares knows of them. */

test("what can be chosen of a setback holds no guided writing", () => {
  expect([...facts]).toEqual(["kind", "role", "industry", "stage", "source", "day", "feelings"]);
  const choices = [...facts, ...Object.keys(choiceForm.shape), ...Object.keys(pieceWords)];
  for (const choice of choices) expect(choice).not.toMatch(/writ|session|page|jar/i);
});

test("no share can be made from it: it comes from a setback, what grew out of one, a letter, a win or a goal", () => {
  const sources = Object.keys(Prisma.ShareScalarFieldEnum).filter((field) => field.endsWith("Id"));
  expect(sources.sort()).toEqual([
    "circleId",
    "experimentId",
    "feedbackRequestId",
    "goalId",
    "ifThenPlanId",
    "learningPlanId",
    "postId",
    "setbackId",
    "userId",
    "winId",
  ]);
});

test("no code that shares, posts or replies reads their tables", () => {
  const sharing = globSync("lib/{shares,posts,replies,encouragements}/**/*.ts");
  expect(sharing.length).toBeGreaterThan(10);
  for (const file of sharing)
    expect(readFileSync(file, "utf8"), file).not.toMatch(/writing(Session|_session|\/)|jar(Entry|_entr|\/)/i);
});

test("a setback shared with everything that can go takes no word of them along", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper, [heron]);
  const setback = await aSetback(juniper, { kind: "silence", role: "Dispatcher" });
  await aWritingSession(juniper, setback, { words: "kingfisher at the window" });
  const exercise = await anExercise(juniper, setback, "common_ground", {
    hard: ["The quiet."],
    toMyself: ["I can be gentle."],
  });
  await aJarEntry(juniper, { words: "kingfisher praise" });
  await submit(juniper, writeOwnPage, { setbackId: setback.id, page: "kingfisher, only for me" });
  const fairer = await aReframe(juniper, setback, { thought: "kingfisher thought", fairer: "One no." });
  const reason = await aReason(juniper, setback, { words: "They froze the post." });
  await aDebrief(juniper, setback, { wentWell: "I asked a question.", differently: "Slower." });
  const pieces = [
    "fairer",
    "reason",
    "went-well",
    "differently",
    "own-page",
    "page",
    "writing",
    "jar",
    "hard",
  ];
  const everything = {
    piece: pieces.flatMap((kind) =>
      [fairer.id, reason.id, setback.id, exercise.id].map((id) => `${kind}:${id}`),
    ),
    setbackId: setback.id,
    circleId: circle.id,
    fact: [...facts],
    employer: "named",
    wordsToo: true,
    words: "Four weeks, and not a word.",
    need: "listen",
    // What no form of ours asks.
    writing: "on",
    writingSessions: "on",
  };
  expect(await submit(juniper, chooseWhatGoes, everything)).toMatchObject({ status: "went" });
  const preview = await as(juniper, async (viewer) => {
    const found = await findShareableSetback(viewer, setback.id);
    return found && findPreview(viewer, found);
  });
  await submit(juniper, shareSetback, {
    id: preview?.id ?? freshId(),
    setbackId: setback.id,
    seen: preview?.seen ?? "",
  });
  const { posts } = await as(heron, (viewer) => listPosts(viewer, circle.id));
  expect(posts).toHaveLength(1);
  for (const words of [
    "Four weeks",
    "One no.",
    "They froze the post.",
    "I asked a question.",
    "Slower.",
    "The quiet.",
  ])
    expect(JSON.stringify(posts)).toContain(words);
  expect(JSON.stringify(posts)).not.toContain("kingfisher");
  // Of an exercise too, each answer goes by itself.
  expect(JSON.stringify(posts)).not.toContain("I can be gentle.");
});
