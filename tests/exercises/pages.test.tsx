import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import ExercisePage from "@/app/(member)/setbacks/[id]/exercise/[kind]/page";
import { asMember } from "@/lib/db";
import { exerciseKinds, guides } from "@/lib/exercises/guides";
import { exerciseDraftKey } from "@/lib/exercises/schema";
import { freshId } from "@/lib/ids";
import { UNREADABLE } from "@/lib/private-words";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { anExercise, aSetback } from "../factories-of-setbacks";
import { visit } from "../people";

const open = (member: Member | null, id: string, kind: string, asked: Record<string, string> = {}) =>
  visit(member, () =>
    ExercisePage({ params: Promise.resolve({ id, kind }), searchParams: Promise.resolve(asked) }),
  );

async function html(opened: ReturnType<typeof open>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error(`the page was not shown: ${JSON.stringify(answer)}`);
  const text = renderToStaticMarkup(answer.shown);
  expect(text.match(/<h1/g)).toHaveLength(1);
  return text.replaceAll("&#x27;", "'").replaceAll("&quot;", '"');
}

describe.each(exerciseKinds)("%s", (kind) => {
  test("asks its questions, requires none, and leads to the other two", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const page = await html(open(juniper, setback.id, kind));
    expect(page).toContain(`>${guides[kind].title}</h1>`);
    for (const { ask, name } of guides[kind].questions) {
      expect(page).toContain(ask);
      expect(page).toContain(`name="${name}"`);
    }
    expect(page).not.toMatch(/ required/);
    for (const other of exerciseKinds.filter((one) => one !== kind))
      expect(page).toContain(`href="/setbacks/${setback.id}/exercise/${other}"`);
  });

  test("is there for the setback's member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const [setback, deleted] = [await aSetback(juniper), await aSetback(juniper, { deletedAt: new Date() })];
    expect(await open(wren, setback.id, kind)).toEqual({ notFound: true });
    for (const id of [deleted.id, freshId(), "nonsense"])
      expect(await open(juniper, id, kind)).toEqual({ notFound: true });
    expect(await open(null, setback.id, kind)).toHaveProperty("went");
  });
});

test("there is no page for a kind that does not exist", async () => {
  const juniper = await aMember();
  const setback = await aSetback(juniper);
  for (const kind of ["", "x", "__proto__", "constructor"])
    expect(await open(juniper, setback.id, kind)).toEqual({ notFound: true });
});

test("what was kept is opened, what was kept earlier is folded, and each can be deleted after a warning", async () => {
  const juniper = await aMember();
  const setback = await aSetback(juniper);
  await anExercise(juniper, setback, "kind_letter", { letter: ["An <b>older</b> one."] });
  const { id } = await anExercise(juniper, setback, "kind_letter", { letter: ["A newer one."] });
  await anExercise(juniper, setback, "common_ground", { hard: ["Elsewhere."] });
  const page = await html(open(juniper, setback.id, "kind_letter", { kept: id }));
  expect(page).toContain("Kept.");
  expect(page).toMatch(/A newer one\..*An &lt;b&gt;older&lt;\/b&gt; one\./s);
  expect(page).not.toContain("Elsewhere.");
  expect(page.match(/<details open=""/g)).toHaveLength(1);
  expect(page.match(/Delete it for good/g)).toHaveLength(2);
  expect(page.match(/nobody can bring it back/g)).toHaveLength(2);
});

test("words that were typed and not kept are there again, with their id and their ticks", async () => {
  const juniper = await aMember();
  const setback = await aSetback(juniper);
  const id = freshId();
  await aDraft(juniper, exerciseDraftKey("what_matters", setback.id), {
    id: [id],
    dear: ["Nature"],
    lived: ["I helped a nei"],
  });
  const page = await html(open(juniper, setback.id, "what_matters"));
  expect(page).toContain("We kept what you typed");
  expect(page).toContain("I helped a nei</textarea>");
  expect(page).toContain(`value="${id}"`);
  expect(page.match(/checked=""/g)).toHaveLength(1);
});

test("answers that cannot be opened say so, and the rest of the page is as ever", async () => {
  const juniper = await aMember();
  const setback = await aSetback(juniper);
  const { id } = await anExercise(juniper, setback);
  const other = await anExercise(juniper, setback, "kind_letter", { letter: ["The other one."] });
  await asMember(juniper.id, async (db) => {
    const row = await db.exercise.findFirst({ where: { id: other.id }, select: { answers: true } });
    await db.exercise.updateMany({ where: { id }, data: { answers: row?.answers ?? "" } });
  });
  const page = await html(open(juniper, setback.id, "kind_letter"));
  expect(page).toContain(UNREADABLE);
  expect(page).toContain("The other one.");
});
