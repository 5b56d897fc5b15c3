import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test } from "vitest";
import LearnPage from "@/app/(member)/setbacks/[id]/learn/page";
import { Becomes, type Ways } from "@/components/reasons/becomes";
import { ReasonsInShort } from "@/components/reasons/reasons-in-short";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { UNREADABLE } from "@/lib/private-words";
import { letReasonGo, takeOutReason } from "@/lib/reasons/actions";
import { listReasons, type ReasonLine } from "@/lib/reasons/queries";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aReason } from "../factories-of-learning";
import { aSetback } from "../factories-of-setbacks";
import { as, submit, visit } from "../people";

const lastWeek = { createdAt: new Date(Date.now() - 7 * 86_400_000) };

let juniper: Member;
let setback: { id: string };
beforeEach(async () => {
  juniper = await aMember();
  setback = await aSetback(juniper, { ...lastWeek, kind: "after_interview" });
});

const open = (member: Member | null, id: string, asked: Record<string, string | string[]> = {}) =>
  visit(member, () => LearnPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve(asked) }));

async function html(opened: ReturnType<typeof open>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  const page = renderToStaticMarkup(answer.shown);
  expect(page.match(/<h1/g)).toHaveLength(1);
  return page;
}
const learn = (asked: Record<string, string | string[]> = {}) => html(open(juniper, setback.id, asked));

describe("the page to learn from a setback", () => {
  test("asks nothing on the day it was logged, and says kindly that it can wait", async () => {
    const today = await aSetback(juniper, { kind: "after_interview" });
    const page = await html(open(juniper, today.id));
    expect(page).toContain("This can wait");
    expect(page).not.toMatch(/<form|<textarea|\?<|\bwhy\b|look back/i);
  });

  test("asks for one reason and who says so, from the next day on", async () => {
    const page = await learn();
    expect(page).toContain("Why do you think it happened?");
    expect(page.match(/<form/g)).toHaveLength(1);
    expect(page.match(/name="saidBy"/g)).toHaveLength(3);
    expect(page).toContain(`href="/setbacks/${setback.id}/debrief"`);
  });

  test("sorts without JavaScript: every place is a button of a plain form", async () => {
    await aReason(juniper, setback, { words: "My answers ran long." });
    const page = await learn();
    expect(page).toContain("Not sorted yet");
    for (const whose of ["mine", "theirs", "chance"])
      expect(page).toContain(`type="submit" class="gentle button" value="${whose}" name="whose"`);
    expect(page).not.toContain('value="" name="whose"');
  });

  test("shows reasons by whose they were, and what was let go folded away at the end", async () => {
    const said = { mine: "My nerves.", theirs: "The budget.", chance: "The train." } as const;
    for (const whose of ["chance", "mine", "theirs"] as const)
      await aReason(juniper, setback, { words: said[whose], whose });
    await aReason(juniper, setback, { words: "The weather.", whose: "chance", letGoAt: new Date() });
    const page = await learn();
    expect(page).toMatch(
      />Mine<.*My nerves\..*>Theirs<.*The budget\..*>Chance<.*The train\..*<details.*Let go.*The weather\..*Take it up again/s,
    );
    expect(page).not.toContain("<details open");
  });

  test("lets go of everything that was not mine with one press, and offers that only where there are several", async () => {
    await aReason(juniper, setback, { words: "My nerves.", whose: "mine" });
    const theirs = await aReason(juniper, setback, { whose: "theirs" });
    const all = "Let go of all that was not mine";
    expect(await learn()).not.toContain(all);
    const chance = await aReason(juniper, setback, { whose: "chance" });
    const page = await learn();
    const form = page.slice(page.indexOf('aria-label="Let go of everything'), page.indexOf(all));
    const ids = [...form.matchAll(/name="reasonId" value="([^"]+)"/g)].map(([, id]) => id ?? "");
    expect(ids).toEqual([theirs.id, chance.id]);
    await submit(juniper, letReasonGo, { reasonId: ids });
    const after = await learn();
    expect(after).not.toMatch(/>Theirs<\/h2>|>Chance<\/h2>/);
    expect(after).toContain("These count against nobody");
  });

  test("suggests one small step from what is mine, and none from anything else", async () => {
    for (const whose of ["theirs", "chance", null] as const) await aReason(juniper, setback, { whose });
    expect(await learn()).not.toContain("One small step");
    const { id } = await aReason(juniper, setback, { words: "My nerves.", whose: "mine" });
    const page = await learn();
    expect(page.match(/One small step/g)).toHaveLength(1);
    for (const path of ["experiments", "learning", "goals"])
      expect(page).toContain(`/${path}/new?reason=${id}`);
  });

  test("opens with words that were typed and not sent", async () => {
    await aDraft(juniper, `reason:${setback.id}`, { words: ["They wan"], saidBy: ["unknown"] });
    const page = await learn();
    expect(page).toContain("We kept what you typed.");
    expect(page).toContain(">They wan</textarea>");
    expect(page).toMatch(/checked="" value="unknown"|value="unknown" checked=""/);
  });

  test("of a closed setback says a gentle word, folds its question away and suggests nothing", async () => {
    const closed = await aSetback(juniper, { ...lastWeek, closedAt: new Date() });
    await aReason(juniper, closed, { words: "My nerves.", whose: "mine" });
    const page = await html(open(juniper, closed.id));
    expect(page).toContain("You let this setback go");
    expect(page).toContain("My nerves.");
    expect(page).not.toContain("One small step");
    expect(page).toMatch(/<details(?! open)[^>]*>(?:(?!<\/details>).)*Why do you think it happened\?/s);
  });

  test("offers to undo taking a reason out, right there and to its member alone", async () => {
    const { id } = await aReason(juniper, setback, { words: "My nerves." });
    await submit(juniper, takeOutReason, { reasonId: id });
    expect(await learn({ deleted: id })).toContain("Undo taking out the reason");
    const page = await learn();
    expect(page).not.toContain("Undo taking out");
    expect(page).not.toContain("My nerves.");
    // Another setback's page does not know of it.
    const other = await aSetback(juniper, lastWeek);
    expect(await html(open(juniper, other.id, { deleted: id }))).not.toContain("Undo taking out");
  });

  test("opens where some words do not, and says so in their place alone", async () => {
    const moved = await aReason(juniper, setback, { words: "My nerves." });
    await aReason(juniper, setback, { words: "The budget." });
    await asMember(juniper.id, async (db) => {
      const other = await db.reason.findFirst({ where: { id: { not: moved.id } }, select: { words: true } });
      await db.reason.updateMany({ where: { id: moved.id }, data: { words: other?.words ?? "" } });
    });
    const page = await learn();
    expect(page).toContain(UNREADABLE);
    expect(page.match(/The budget\./g)?.length).toBeGreaterThan(0);
    expect(page).not.toContain("My nerves.");
  });

  test("shows words as words and never as markup", async () => {
    await aReason(juniper, setback, { words: '<img src=x onerror="alert(1)">', whose: "mine" });
    expect(await learn()).not.toContain("<img");
  });

  test("is there for its member and for nobody else", async () => {
    const wren = await aMember();
    const deleted = await aSetback(juniper, { ...lastWeek, deletedAt: new Date() });
    expect(await open(wren, setback.id)).toEqual({ notFound: true });
    for (const id of [deleted.id, freshId(), "nonsense"])
      expect(await open(juniper, id)).toEqual({ notFound: true });
    expect(await open(null, setback.id)).toHaveProperty("went");
  });

  test.each(["nonsense", "", "1 or 1=1"])("opens whatever the address says: %j", async (text) => {
    await learn({ deleted: text });
    await learn({ deleted: [text, text] });
  });
});

const lines = () => as(juniper, (viewer) => listReasons(viewer, setback.id));

describe("what a reason can become", () => {
  const everyWay = ({ id }: ReasonLine): Ways => ({
    feedback: `/goals/new?step=feedback&reason=${id}`,
    experiment: `/goals/new?step=experiment&reason=${id}`,
    goal: `/goals/new?step=goal&reason=${id}`,
  });
  const draw = async (ways: (reason: ReasonLine) => Ways) =>
    renderToStaticMarkup(<Becomes reasons={await lines()} ways={ways} />);
  const hrefs = (page: string) =>
    [...page.matchAll(/step=(\w+)&amp;reason=([^"]+)"/g)].map(([, step, id]) => ({ step, id }));

  test("is one small step in view, with the others folded away", async () => {
    const { id } = await aReason(juniper, setback, {
      words: "My nerves.",
      whose: "mine",
      saidBy: "employer",
    });
    const page = await draw(everyWay);
    const [inView = "", folded = ""] = page.split("<details");
    expect(hrefs(inView)).toEqual([{ step: "experiment", id }]);
    expect(hrefs(folded)).toEqual([
      { step: "feedback", id },
      { step: "goal", id },
    ]);
  });

  test("stays one small step, however many reasons are mine", async () => {
    const first = await aReason(juniper, setback, { words: "My nerves.", whose: "mine" });
    const second = await aReason(juniper, setback, { words: "My answers ran long.", whose: "mine" });
    await aReason(juniper, setback, { words: "The budget.", whose: "theirs" });
    const page = await draw(everyWay);
    const [inView = "", folded = ""] = page.split("<details");
    expect(hrefs(inView)).toEqual([{ step: "feedback", id: first.id }]);
    expect(hrefs(folded).filter(({ id }) => id === second.id)).toHaveLength(3);
    expect(page).not.toContain("The budget.");
  });

  test("is nothing where no page is there for it, or nothing is mine", async () => {
    await aReason(juniper, setback, { whose: "theirs" });
    expect(await draw(everyWay)).toBe("");
    await aReason(juniper, setback, { whose: "mine" });
    expect(await draw(() => ({}))).toBe("");
  });
});

describe("reasons in short", () => {
  const draw = async () =>
    renderToStaticMarkup(<ReasonsInShort setbackId={setback.id} reasons={await lines()} />);

  test("are nothing before there is one", async () => {
    expect(await draw()).toBe("");
  });

  test("are a few lines by whose they were, without those let go, and lead to where they are sorted", async () => {
    await aReason(juniper, setback, { words: "Who knows." });
    await aReason(juniper, setback, { words: "The budget.", whose: "theirs" });
    await aReason(juniper, setback, { words: "My nerves.", whose: "mine" });
    await aReason(juniper, setback, { words: "The train.", whose: "chance", letGoAt: new Date() });
    const page = await draw();
    expect(page).toMatch(/Mine.*My nerves\..*Theirs.*The budget\..*Not sorted.*Who knows\./s);
    expect(page).not.toContain("The train.");
    expect(page).toContain("The rest is let go.");
    expect(page).toContain(`href="/setbacks/${setback.id}/learn"`);
    expect(page).not.toMatch(/\d+ (reason|of)/);
  });

  test("say so where all is let go", async () => {
    await aReason(juniper, setback, { whose: "chance", letGoAt: new Date() });
    expect(await draw()).toContain("All of it is let go.");
  });
});
