import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test } from "vitest";
import EditSetbackPage from "@/app/(member)/setbacks/[id]/edit/page";
import SetbackPage from "@/app/(member)/setbacks/[id]/page";
import ShareSetbackPage from "@/app/(member)/setbacks/[id]/share/page";
import NewSetbackPage from "@/app/(member)/setbacks/new/page";
import SetbacksPage from "@/app/(member)/setbacks/page";
import PrivacyPage from "@/app/(public)/privacy/page";
import { addDays, dayIn } from "@/lib/dates";
import { saveDraft } from "@/lib/drafts/actions";
import { freshId } from "@/lib/ids";
import { putInCircle } from "@/lib/posts/put-in-circle";
import { deleteSetback } from "@/lib/setbacks/actions";
import { chooseWhatGoes } from "@/lib/shares/actions";
import { findPreview } from "@/lib/shares/queries";
import { findShareableSetback } from "@/lib/shares/shareable";
import { aCircle, aMember, type Member } from "../factories";
import { aJarEntry } from "../factories-of-feedback";
import { aPlan } from "../factories-of-plans";
import { anExercise, aSetback } from "../factories-of-setbacks";
import type { Fields } from "../form";
import { as, submit, visit } from "../people";
import { statementsOf } from "../statements";

let juniper: Member;
let heron: Member;

beforeEach(async () => {
  [juniper, heron] = await Promise.all([aMember({ name: "Juniper" }), aMember({ name: "Heron" })]);
});

type Query = Record<string, string>;
const at = (id: string, query: Query = {}) => ({
  params: Promise.resolve({ id }),
  searchParams: Promise.resolve(query),
});
const pages = { page: SetbackPage, edit: EditSetbackPage, share: ShareSetbackPage };

async function html(member: Member, page: () => Promise<ReactNode>): Promise<string> {
  const answer = await visit(member, page);
  if (!("shown" in answer)) throw new Error(`The page was not shown: ${JSON.stringify(answer)}`);
  const text = renderToStaticMarkup(answer.shown);
  expect(text.match(/<h1/g)).toHaveLength(1);
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

const list = (query: Query = {}) =>
  SetbacksPage({ params: Promise.resolve({}), searchParams: Promise.resolve(query) });
const openNew = () => html(juniper, NewSetbackPage);
const draft = (fields: Fields, draftKey = "setback") =>
  submit(juniper, saveDraft, { draftKey, typedAt: Date.now(), ...fields });

describe("logging a setback", () => {
  test("the page asks what happened, needs nothing else, and opens on the member's own day", async () => {
    const page = await openNew();
    expect(page).toContain("What happened?");
    expect(page).toContain(">Save setback<");
    expect(page.match(/ required=""/g)).toHaveLength(1);
    expect(page).toContain(`value="${dayIn(juniper.timeZone, new Date())}"`);
    expect(page).not.toMatch(/We kept|<details open/);
    expect(page).not.toMatch(/\bwhy\b|lesson|learn|fail|!</i);
  });

  test("words that were kept are there again, with their id, and can be let go of", async () => {
    const id = freshId();
    await draft({ id, happened: "Three rounds, then", company: "Acme & Co", feeling: ["", "sad=8"] });
    const page = await openNew();
    expect(page).toContain("We kept what you typed");
    expect(page).toContain("Three rounds, then</textarea>");
    expect(page).toContain(`value="${id}"`);
    expect(page).toContain('value="Acme & Co"');
    expect(page).toContain('<option value="sad=8" selected="">');
    // What was typed under the fold is in view.
    expect(page).toContain("<details open");
    expect(page).toContain(">Start afresh<");
  });

  test("a kept id that is none is replaced", async () => {
    await draft({ id: "x", happened: "Kept." });
    expect(await openNew()).toMatch(/name="id" value="[0-9a-f-]{36}"/);
  });

  test("earlier words are offered while typing", async () => {
    await aSetback(juniper, { company: "Blue Heron", feelings: { hollow: 3 } });
    await aSetback(heron, { company: "Hers" });
    const page = await openNew();
    expect(page).toContain('<option value="Blue Heron">');
    expect(page).toContain('<option value="hollow=10">');
    expect(page).not.toContain("Hers");
  });

  test("every page sends whoever is signed out to sign in", async () => {
    const { id } = await aSetback(juniper);
    const opened = [NewSetbackPage, () => list(), ...Object.values(pages).map((page) => () => page(at(id)))];
    for (const page of opened) expect(await visit(null, page)).toEqual({ went: "/sign-in?next=%2Ftoday" });
  });
});

describe("a setback's page", () => {
  test("is a letter to oneself, says who can read it, and asks for nothing", async () => {
    const { id } = await aSetback(juniper, {
      happened: "One.\n\nTwo <b>& three</b>.",
      kind: "final_round",
      company: "Blue Heron",
      day: "2026-11-17",
      feelings: { tired: 6, deflated: 8 },
    });
    const page = await html(juniper, () => SetbackPage(at(id)));
    expect(page).toContain(">Turned down after the final round</h1>");
    expect(page).toContain("Tuesday, 17 November. Only you can read this.");
    expect(page).toMatch(/deflated 8.*tired 6/);
    expect(page).toContain("Two &lt;b&gt;& three&lt;/b&gt;.");
    expect(page).toContain(`href="/setbacks/${id}/share">Share with a circle</a>`);
    expect(page).toContain("That is enough for today.");
    expect(page).not.toMatch(/\bwhy\b|lesson|learn|<textarea/i);
  });

  test("its story does not appear in the tab's title", async () => {
    const { id } = await aSetback(juniper, { happened: "They chose somebody else." });
    expect(await html(juniper, () => SetbackPage(at(id)))).toContain("<title>A setback · Onward</title>");
  });

  test.each(Object.entries(pages))(
    "%s is not there for anybody else, once deleted, or by a wrong address",
    async (_name, page) => {
      const [mine, deleted] = [await aSetback(juniper), await aSetback(juniper, { deletedAt: new Date() })];
      expect(await visit(juniper, () => page(at(mine.id)))).toHaveProperty("shown");
      expect(await visit(heron, () => page(at(mine.id)))).toEqual({ notFound: true });
      for (const id of [deleted.id, freshId(), "new", "' or 1=1", "0".repeat(36)])
        expect(await visit(juniper, () => page(at(id)))).toEqual({ notFound: true });
    },
  );

  test("can be edited from what it says, or from what was being typed", async () => {
    const { id } = await aSetback(juniper, { happened: "As it was.", feelings: { hollow: 3 } });
    const before = await html(juniper, () => EditSetbackPage(at(id)));
    expect(before).toContain("As it was.</textarea>");
    expect(before).toContain('<option value="hollow=3" selected="">');
    await draft({ setbackId: id, happened: "As it is beco" }, `setback:${id}`);
    const after = await html(juniper, () => EditSetbackPage(at(id)));
    expect(after).toContain("As it is beco</textarea>");
    expect(after).not.toContain('<option value="hollow=3" selected="">');
    expect(after).toContain("We kept what you typed");
  });
});

describe("the list", () => {
  test("is kind when there is nothing, and has one thing to do", async () => {
    const page = await html(juniper, () => list());
    expect(page).toContain("Nothing rests here<");
    expect(page.match(/href="\/setbacks\/new"/g)).toHaveLength(1);
  });

  test("stands under months, newest first, without a number that counts setbacks", async () => {
    await aSetback(juniper, { day: "2026-10-03", happened: "The first.", kind: "silence" });
    await aSetback(juniper, { day: "2026-11-02", happened: "The second." });
    await aSetback(heron, { happened: "Hers." });
    const page = await html(juniper, () => list());
    expect(page).toMatch(/November 2026.*The second\..*October 2026.*Silence.*The first\./);
    expect(page).not.toContain("Hers.");
    expect(page).not.toMatch(/\b\d+ setbacks?\b/i);
  });

  test("goes on from page to page, and beyond the end says so", async () => {
    const days = Array.from({ length: 21 }, (_, index) => addDays("2026-11-20", -index));
    for (const day of days) await aSetback(juniper, { day, happened: `On ${day}.` });
    const first = await html(juniper, () => list());
    const before = /href="\/setbacks\?before=([^"]+)"/.exec(first)?.[1] ?? "";
    expect(first).not.toContain(`On ${days[20]}.`);
    const second = await html(juniper, () => list({ before }));
    expect(second).toContain(`On ${days[20]}.`);
    expect(second).not.toContain("Earlier ones");
    const beyond = await html(juniper, () => list({ before: `1950-01-01.${freshId()}` }));
    expect(beyond).toContain("That was the first of them<");
  });

  test("offers to undo what was just deleted, to its member alone", async () => {
    const { id } = await aSetback(juniper);
    await submit(juniper, deleteSetback, { setbackId: id });
    expect(await html(juniper, () => list({ deleted: id }))).toContain(">Undo<");
    expect(await html(heron, () => list({ deleted: id }))).not.toContain("Undo");
    expect(await html(juniper, () => list({ deleted: "nonsense" }))).not.toContain("Undo");
  });
});

describe("finding in one's own words", () => {
  test("is offered where there is something to find, in a form that needs no JavaScript", async () => {
    const robin = await aMember({ name: "Robin" });
    expect(await html(robin, () => list())).not.toContain("Find in your own words");
    await aSetback(robin, { happened: "Kestrel & sons said no." });
    const page = await html(robin, () => list());
    expect(page).toMatch(/<form [^>]*method="get"/);
    expect(page).toMatch(/<label for="q"[^>]*>Find in your own words</);
    expect(page).not.toContain("Show all of them");
  });

  test("shows what says so, keeps what was asked, and says kindly when nothing does", async () => {
    const robin = await aMember({ name: "Robin" });
    const { id } = await aSetback(robin, { happened: "They were kind.", company: "Kestrel & sons" });
    await aSetback(robin, { happened: "Silence." });
    const found = await html(robin, () => list({ q: "kestrel &" }));
    expect(found).toContain(`href="/setbacks/${id}"`);
    expect(found).not.toContain("Silence.");
    expect(found).toContain('value="kestrel &"');
    expect(found).toContain("Show all of them");
    const none = await html(robin, () => list({ q: '"><b>' }));
    expect(none).toContain("Nothing here says that");
    expect(none).toContain("Find in your own words");
    expect(none).not.toContain("<b>");
    expect(await html(robin, () => list({ q: "  " }))).toContain("Silence.");
  });

  test("goes on page by page, in one read", async () => {
    const robin = await aMember({ name: "Robin" });
    for (let at = 0; at < 22; at++)
      await aSetback(robin, { happened: `No & again ${at}`, day: "2026-11-20" });
    const first = await html(robin, () => list({ q: "no &" }));
    const [, next] = /href="\/setbacks\?(before=[^"]*)"/.exec(first) ?? [];
    const query = Object.fromEntries(new URLSearchParams(next));
    expect(query.q).toBe("no &");
    const second = await html(robin, () => list(query));
    expect(second.match(/No & again/g)).toHaveLength(2);
    const past = { ...query, before: "2020-01-01.019a9c2e-0000-7000-8000-000000000000" };
    expect(await html(robin, () => list(past))).toContain("That was the first of them");
    const { statements, transactions } = await statementsOf(() => visit(robin, () => list({ q: "no" })));
    const plain = await statementsOf(() => visit(robin, () => list()));
    expect(transactions).toBe(plain.transactions);
    // What belongs to no setback is asked for once more, and what belongs to setbacks that do not say so themselves.
    expect(statements.length).toBe(plain.statements.length + 1);
    const none = await statementsOf(() => visit(robin, () => list({ q: "owl" })));
    expect(none.statements.length).toBe(plain.statements.length + 2);
  });

  test("says where in a setback it was found, and shows what else says so, below the first page alone", async () => {
    const robin = await aMember({ name: "Robin" });
    const { id } = await aSetback(robin, { happened: "Silence." });
    await anExercise(robin, { id }, "kind_letter", { wish: ["A kestrel."] });
    const kept = await aJarEntry(robin, { words: "<b>Kestrel</b> said so." });
    const page = await html(robin, () => list({ q: "kestrel" }));
    expect(page).toContain("Found in: an exercise.");
    expect(page).not.toContain("The first ten");
    const many = await html(robin, () => list({ q: "a kestrel a ke kes kest kestr kestre k e s kestrels" }));
    expect(many).toContain("The first ten of these words were looked for.");
    expect(many).toContain("Found in: an exercise.");
    expect(page).toContain("Elsewhere in your writing");
    expect(page).toContain(`href="/jar#${kept.id}"`);
    expect(page).toContain("&lt;b&gt;Kestrel");
    for (const query of [{}, { q: "kestrel", before: "2199-01-01.019a9c2e-0000-7000-8000-000000000000" }])
      expect(await html(robin, () => list(query))).not.toContain("Elsewhere in your writing");
    const plan = await aPlan(robin, { step: "call Tern" });
    const elsewhere = await html(robin, () => list({ q: "tern" }));
    expect(elsewhere).toContain(`href="/plans/${plan.id}"`);
    expect(elsewhere).not.toContain("Nothing here says that");
  });
});

test("what was shared of a deleted setback stays, as its deletion and the page on privacy say", async () => {
  const circle = await aCircle(juniper);
  const { id: setbackId } = await aSetback(juniper);
  const post = { id: freshId(), circleId: circle.id, kind: "setback", need: null, body: "No." } as const;
  await as(juniper, (viewer) => putInCircle(viewer, { ...post, details: [], source: { setbackId } }));
  await submit(juniper, deleteSetback, { setbackId });
  const stays = "stays in your circles until you take it back there";
  expect(await html(juniper, () => list({ deleted: setbackId }))).toContain(stays);
  expect(renderToStaticMarkup(PrivacyPage())).toContain(stays);
});

describe("sharing, step by step", () => {
  const told = {
    happened: "Blue Heron took someone internal.",
    kind: "final_round",
    company: "Blue Heron",
    industry: "Logistics",
  } as const;
  const open = (id: string, query: Query = {}) => html(juniper, () => ShareSetbackPage(at(id, query)));

  test("without a circle it says what to do, and the setback stays", async () => {
    const { id } = await aSetback(juniper, told);
    const page = await open(id);
    expect(page).toContain("You are in no circle yet");
    expect(page).toContain('href="/circles/new"');
  });

  test("only the kind is ticked beforehand, and the words are there to be changed", async () => {
    await aCircle(juniper, [heron]);
    const { id } = await aSetback(juniper, told);
    const page = await open(id);
    expect(page).toMatch(/<input[^>]*name="fact"[^>]*checked=""[^>]*value="kind"/);
    expect(page.match(/<input[^>]*name="fact"[^>]*checked/g)).toHaveLength(1);
    expect(page).not.toMatch(/<input[^>]*name="wordsToo"[^>]*checked/);
    expect(page).toMatch(/<input[^>]*name="employer"[^>]*checked=""[^>]*value="no"/);
    expect(page).toContain("Blue Heron took someone internal.</textarea>");
    expect(page).toContain("“a company in logistics”");
    expect(page).not.toContain(">Share<");
  });

  test("the preview shows what will be sent and nothing of what stays", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await aSetback(juniper, told);
    const choice = { setbackId: id, circleId: circle.id, need: "ideas", words: told.happened };
    await submit(juniper, chooseWhatGoes, { ...choice, fact: ["kind", "industry"], wordsToo: true });
    const page = await open(id, { step: "preview" });
    expect(page).toContain("What Thursday lanterns will see");
    expect(page).toContain("A company in logistics took someone internal.");
    expect(page).toContain("Ideas welcome");
    expect(page).not.toContain("Blue Heron");
    expect(page).toContain(">Share<");
    const seen = await as(juniper, async (viewer) => {
      const shareable = await findShareableSetback(viewer, id);
      return shareable && findPreview(viewer, shareable);
    });
    expect(page).toContain(`value="${seen?.seen}"`);

    const again = await open(id);
    expect(again).toMatch(/<input[^>]*name="wordsToo"[^>]*checked/);
    expect(again).toMatch(/<input[^>]*name="fact"[^>]*checked=""[^>]*value="industry"/);
  });

  test("the preview says what stays here that may have been meant to go, and how it goes along", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await aSetback(juniper, told);
    const choice = { setbackId: id, circleId: circle.id, need: "listen" };
    await submit(juniper, chooseWhatGoes, { ...choice, fact: "kind", words: told.happened });
    expect(await open(id, { step: "preview" })).not.toMatch(/Your words stay here|and nothing more/);
    await submit(juniper, chooseWhatGoes, { ...choice, fact: "kind", words: "I would like to talk." });
    expect(await open(id, { step: "preview" })).toMatch(/Your words stay here.*Add my words/);
    await submit(juniper, chooseWhatGoes, { ...choice, words: told.happened });
    expect(await open(id, { step: "preview" })).toContain("there was a setback, and nothing more");
  });

  test("somebody who has not confirmed their address is told at the beginning", async () => {
    const alder = await aMember({ name: "Alder", verified: false });
    await aCircle(alder);
    const { id } = await aSetback(alder, told);
    const page = await html(alder, () => ShareSetbackPage(at(id)));
    expect(page).toContain("please confirm your e-mail address");
  });
});
