import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import ExperimentPage from "@/app/(member)/experiments/[id]/page";
import NewExperimentPage from "@/app/(member)/experiments/new/page";
import ExperimentsPage from "@/app/(member)/experiments/page";
import { dayIn } from "@/lib/dates";
import { freshId } from "@/lib/ids";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { anExperiment } from "../factories-of-learning";
import { aSetback } from "../factories-of-setbacks";
import { visit } from "../people";

type Asked = Record<string, string | string[]>;

const openList = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => ExperimentsPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openNew = (member: Member | null, asked: Asked = {}) =>
  visit(member, () =>
    NewExperimentPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }),
  );
const openOne = (member: Member | null, id: string) =>
  visit(member, () => ExperimentPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) }));

async function html(opened: ReturnType<typeof openList>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const counted = (better: number, cases: number) => Array.from({ length: cases }, (_, at) => at < better);
/** The numbers of a table, row by row. */
const tableOf = (page: string) =>
  [...page.matchAll(/<th scope="row"[^>]*>([^<]+)<\/th><td[^>]*>([^<]+)<\/td>/g)].map(([, name, said]) => [
    name,
    said,
  ]);

describe("the list of experiments", () => {
  test("begins with one kind thing to do", async () => {
    const page = await html(openList(await aMember()));
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toContain("Nothing is being tried just now");
    expect(page).toContain('href="/experiments/new"');
  });

  test("shows what runs with how far it has come and one tap, and below it what is over", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    await anExperiment(juniper, { change: "Write in the morning", counted: counted(1, 4) });
    await anExperiment(juniper, { change: "No letter", endedOn: todayOf(juniper), verdict: "drop" });
    const page = await html(openList(juniper));
    expect(page).toContain("4 of 10 counted, 1 of the 4 better.");
    expect(page).toContain("They replied<");
    expect(page).toContain("Silence<");
    expect(page.indexOf("Write in the morning")).toBeLessThan(page.indexOf("No letter"));
    expect(page).toContain("0 applications, let go");
    expect(page).toContain("Begin another");
    expect(await html(openList(wren))).not.toMatch(/morning|letter/);
  });

  test("says why there is no third", async () => {
    const juniper = await aMember();
    for (let each = 0; each < 2; each++) await anExperiment(juniper);
    const page = await html(openList(juniper));
    expect(page).toContain("nobody can say which of them did it");
    expect(page).not.toContain('href="/experiments/new"');
    expect(await html(openNew(juniper))).toContain("Two are running already");
    expect(await html(openNew(juniper))).not.toContain("<textarea");
  });

  test("offers an undo for what was deleted to its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await anExperiment(juniper, { change: "No letter", deletedAt: new Date() });
    const page = await html(openList(juniper, { deleted: id }));
    expect(page).toContain("Undo deleting the experiment");
    expect(page).not.toContain("No letter");
    expect(await html(openList(wren, { deleted: id }))).not.toContain("Undo deleting the experiment");
  });

  test.each(["nonsense", "", "1 or 1=1"])("opens whatever the address says: %j", async (text) => {
    const juniper = await aMember();
    expect(await openList(juniper, { deleted: text })).toHaveProperty("shown");
    expect(await openList(juniper, { deleted: [text, text] })).toHaveProperty("shown");
  });

  test("asks whoever is signed out to sign in", async () => {
    expect(await openList(null)).toHaveProperty("went");
    expect(await openNew(null)).toHaveProperty("went");
  });
});

test("a new one opens with what was typed and not sent", async () => {
  const juniper = await aMember();
  await aDraft(juniper, "experiment", { change: ["A shorter"], lasts: ["days"], days: ["21"] });
  const page = await html(openNew(juniper));
  expect(page).toContain("A shorter");
  expect(page).toContain('value="21"');
});

describe("an experiment's page", () => {
  test("is there for its member and for nobody else", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await anExperiment(juniper);
    expect((await html(openOne(juniper, id))).match(/<h1/g)).toHaveLength(1);
    expect(await openOne(wren, id)).toEqual({ notFound: true });
    expect(await openOne(juniper, freshId())).toEqual({ notFound: true });
    expect(await openOne(juniper, "nonsense")).toEqual({ notFound: true });
    expect(await openOne(null, id)).toHaveProperty("went");
  });

  test("counts and asks nothing else while it runs", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, { counted: counted(1, 2) });
    const page = await html(openOne(juniper, id));
    expect(page).toContain("Counted last: Silence.");
    expect(page).toContain("End it now");
    expect(page).not.toMatch(/<table|Keep it|What do you take from it/);
  });

  test("ends with its numbers, the share, and how far it may lie from the truth", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, { cases: 20, counted: counted(0, 20) });
    const page = await html(openOne(juniper, id));
    expect(tableOf(page)).toEqual([
      ["Applications counted", "20"],
      ["Better: they reply", "0"],
      ["Share that was better", "0%"],
      ["The true share may be", "0% to 16%"],
    ]);
    for (const press of ["Keep it", "Let it go", "Try it again", "What do you take from it?"])
      expect(page).toContain(press);
    // All were counted: there is nothing to go on with.
    expect(page).not.toContain("Go on with it");
  });

  test("of fewer than ten says that they are too few to tell", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, { counted: counted(8, 9), endedOn: todayOf(juniper) });
    const page = await html(openOne(juniper, id));
    expect(tableOf(page)).toEqual([
      ["Applications counted", "9"],
      ["Better: they reply", "8"],
      ["Share that was better", "Too few to tell"],
    ]);
    expect(page).not.toContain("89%");
    expect(page).toContain("Go on with it");
  });

  test("says what was decided, with an undo", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, {
      endedOn: todayOf(juniper),
      verdict: "keep",
      lesson: "Short.",
    });
    const page = await html(openOne(juniper, id));
    expect(page).toContain("You keep it.");
    expect(page).toContain("Undo this decision");
    expect(page).toContain(">Short.</textarea>");
    expect(page).not.toContain("Let it go");
  });

  test("opens with words about it that were not sent", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, { endedOn: todayOf(juniper) });
    await aDraft(juniper, `experiment:${id}`, { lesson: ["It may be that"] });
    const page = await html(openOne(juniper, id));
    expect(page).toContain("We kept what you typed.");
    expect(page).toContain(">It may be that</textarea>");
  });

  test("shows what a member wrote as words and never as markup", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, { change: '<img src=x onerror="alert(1)">' });
    expect(await html(openOne(juniper, id))).not.toContain("<img");
    expect(await html(openList(juniper))).not.toContain("<img");
  });
});

describe("on the day on which a setback was logged", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("nobody is asked for a change or a lesson, counting goes on, and the next day it is all there", async () => {
    // A moment ahead of us, because a session of the past would have ended.
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2028-03-12T22:30:00Z") });
    // It is half past eleven in the evening there.
    const juniper = await aMember({ timeZone: "Europe/Berlin" });
    const running = await anExperiment(juniper);
    const over = await anExperiment(juniper, { endedOn: "2028-03-10", lesson: "Short." });
    await aSetback(juniper, { createdAt: new Date() });

    for (const page of [await html(openNew(juniper)), await html(openOne(juniper, over.id))]) {
      expect(page).toContain("This can wait");
      expect(page).not.toMatch(/<textarea|What will you do differently|What do you take from it|Keep it/);
    }
    expect(await html(openOne(juniper, over.id))).toContain("Short.");
    expect(await html(openOne(juniper, running.id))).toContain("They replied<");

    vi.setSystemTime(new Date("2028-03-12T23:30:00Z"));
    expect(await html(openNew(juniper))).toContain("What will you do differently?");
    expect(await html(openOne(juniper, over.id))).toContain("What do you take from it?");
  });
});
