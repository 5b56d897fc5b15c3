import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import SessionPage from "@/app/(member)/setbacks/[id]/writing/[sessionId]/page";
import WritingPage from "@/app/(member)/setbacks/[id]/writing/page";
import { Offers } from "@/components/writing/offers";
import { addDays, dayIn } from "@/lib/dates";
import { saveDraft } from "@/lib/drafts/actions";
import { exerciseKinds } from "@/lib/exercises/guides";
import { freshId } from "@/lib/ids";
import { keepWriting } from "@/lib/writing/actions";
import { promptOf } from "@/lib/writing/prompts";
import { findSession, findWriting } from "@/lib/writing/queries";
import { TIME_IS_OVER } from "@/lib/writing/rules";
import { writingDraftKey } from "@/lib/writing/schema";
import { aMember, type Member } from "../factories";
import { aSetback, aWritingSession } from "../factories-of-setbacks";
import { as, submit, visit } from "../people";

const openWriting = (member: Member | null, id: string, asked: Record<string, string> = {}) =>
  visit(member, () => WritingPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve(asked) }));
const openSession = (member: Member | null, id: string, sessionId: string) =>
  visit(member, () =>
    SessionPage({ params: Promise.resolve({ id, sessionId }), searchParams: Promise.resolve({}) }),
  );

async function html(opened: ReturnType<typeof openWriting>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error(`the page was not shown: ${JSON.stringify(answer)}`);
  const text = renderToStaticMarkup(answer.shown);
  expect(text.match(/<h1/g)).toHaveLength(1);
  return text.replaceAll("&#x27;", "'").replaceAll("&quot;", '"');
}

const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

describe("the overview", () => {
  test("says what it rests on and what it does not promise, and begins with one press", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const page = await html(openWriting(juniper, setback.id));
    for (const words of [
      "one small study",
      "41 laid-off engineers",
      "nobody promises that it helps you",
      "Stop whenever it feels worse",
      "Nothing of it can be shared, ever",
    ])
      expect(page.replace(/\s+/g, " ")).toContain(words);
    expect(page).toContain(promptOf(1));
    expect(page.match(/<button/g)).toHaveLength(1);
    expect(page).not.toMatch(/\bwhy\b|lesson|learn|!</i);
  });

  test("offers today's page to go on with, and then leaves the day alone", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback);
    const open = await html(openWriting(juniper, setback.id));
    expect(open).toContain("Go on with today's");
    expect(open).not.toContain("Begin today's");
    await submit(juniper, keepWriting, { sessionId: session.id, words: "Enough.", press: "end" });
    const ended = await html(openWriting(juniper, setback.id, { ended: "1" }));
    expect(ended).toContain("Ended for today");
    expect(ended).toContain("That was today's page");
    expect(ended).not.toMatch(/Begin today's|Go on with today's/);
    // What is written there is read on its own page only.
    expect(ended).not.toContain("Enough.");
  });

  test("begins the next from something else, and after the fifth says so", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const earlier = (back: number) =>
      aWritingSession(juniper, setback, { day: addDays(todayOf(juniper), -back), endedAt: new Date() });
    for (const back of [5, 4, 3, 2]) await earlier(back);
    expect(await html(openWriting(juniper, setback.id))).toContain(promptOf(5));
    await earlier(1);
    const page = await html(openWriting(juniper, setback.id));
    expect(page).toContain("You have begun all five");
    expect(page).not.toContain("Begin today's");
    expect(page.match(/>To read</g)).toHaveLength(5);
  });

  test("is for the setback's member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const setback = await aSetback(juniper);
    for (const id of [setback.id, freshId(), "nonsense"])
      expect(await openWriting(wren, id)).toEqual({ notFound: true });
    expect(await openWriting(null, setback.id)).toHaveProperty("went");
  });
});

describe("a page to write on", () => {
  test("has what to begin from, room, and a clock that says how long is left", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const { id } = await aWritingSession(juniper, setback, { runningFrom: ago(305) });
    const page = await html(openSession(juniper, setback.id, id));
    expect(page).toContain(promptOf(1));
    expect(page).toContain("I keep going over it.</textarea>");
    expect(page).toContain("About 15 minutes are left");
    expect(page).toContain("Let the clock rest");
    // Seen without scrolling past the words.
    expect(page.indexOf("About 15 minutes")).toBeLessThan(page.indexOf("<textarea"));
    // What is read out by itself is empty except at four moments.
    expect(page).toContain('<p role="status" class="sr-only"></p>');
    expect(page).not.toMatch(/role="timer"|aria-live="assertive"|<audio|required/);
  });

  test("keeps the words by every button there is", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const { id } = await aWritingSession(juniper, setback, { runningFrom: new Date() });
    const page = await html(openSession(juniper, setback.id, id));
    const form = /<form[^>]*aria-label="Guided writing".*?<\/form>/s.exec(page)?.[0] ?? "";
    expect(form.match(/<button[^>]*type="submit"/g)).toHaveLength(3);
    expect(form).toContain("<textarea");
    const rest = page.replace(form, "");
    expect(rest.match(/<button/g)).toHaveLength(1);
    expect(rest).toContain("Delete it for good");
    expect(rest).toContain("nobody can bring them back");
  });

  test("rests with what is left", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const { id } = await aWritingSession(juniper, setback, { secondsLeft: 431 });
    const page = await html(openSession(juniper, setback.id, id));
    expect(page).toContain("The clock rests. About 8 minutes are left");
    expect(page).toContain("Let the clock go on");
  });

  test("says gently that the time is over, and can be written on all the same", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const { id } = await aWritingSession(juniper, setback, { runningFrom: ago(1201) });
    const page = await html(openSession(juniper, setback.id, id));
    expect(page).toContain(TIME_IS_OVER);
    expect(page).not.toContain("Let the clock");
    expect(page).toContain("</textarea>");
    expect(page).toContain("End for today");
  });

  test("opens with the words that saved themselves, and knows which ones they were written on", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback, { words: "I sat." });
    const seen = (await as(juniper, (viewer) => findSession(viewer, setback.id, session.id)))?.seen;
    const draft = { words: "I sat in the c", sessionId: session.id, seen };
    const draftKey = writingDraftKey(session.id);
    await submit(juniper, saveDraft, { draftKey, typedAt: Date.now(), ...draft });
    // Another device keeps other words meanwhile.
    await submit(juniper, keepWriting, {
      sessionId: session.id,
      words: "By the window.",
      seen,
      press: "end",
    });
    const page = await html(openSession(juniper, setback.id, session.id));
    expect(page).toContain("I sat in the c</textarea>");
    expect(page).toContain(`value="${seen}"`);
    await submit(juniper, keepWriting, { ...draft, draftKey });
    const after = await html(openSession(juniper, setback.id, session.id));
    expect(after).toContain("By the window.");
    expect(after).toContain("I sat in the c");
  });

  test("is read again once it is ended, as words and never as markup", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const words = "One.\n\n<b>Two</b>.";
    const { id } = await aWritingSession(juniper, setback, { words, endedAt: new Date() });
    const page = await html(openSession(juniper, setback.id, id));
    expect(page).toContain("&lt;b&gt;Two&lt;/b&gt;.");
    expect(page).toContain("Write on");
    expect(page).not.toContain("<textarea");
  });

  test("is there for its member alone, under its own setback, and not once that is deleted", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const [setback, another] = [await aSetback(juniper), await aSetback(juniper)];
    const deleted = await aSetback(juniper, { deletedAt: new Date() });
    const { id } = await aWritingSession(juniper, setback);
    const gone = await aWritingSession(juniper, deleted);
    expect(await openSession(juniper, setback.id, id)).toHaveProperty("shown");
    expect(await openSession(wren, setback.id, id)).toEqual({ notFound: true });
    expect(await openSession(null, setback.id, id)).toHaveProperty("went");
    for (const [of, session] of [
      [another.id, id],
      [deleted.id, gone.id],
      [setback.id, freshId()],
      [setback.id, "nonsense"],
      ["nonsense", id],
    ] as const)
      expect(await openSession(juniper, of, session)).toEqual({ notFound: true });
  });
});

test("what is offered on a setback's page is a few quiet links, and today's page is named while it is open", async () => {
  const juniper = await aMember();
  const setback = await aSetback(juniper);
  const offers = async () => {
    const writing = await as(juniper, (viewer) => findWriting(viewer, setback.id));
    return renderToStaticMarkup(<Offers setbackId={setback.id} writing={writing} />);
  };
  const fresh = await offers();
  for (const path of ["writing", ...exerciseKinds.map((kind) => `exercise/${kind}`)])
    expect(fresh).toContain(`href="/setbacks/${setback.id}/${path}"`);
  expect(fresh).not.toContain("today's");
  await aWritingSession(juniper, setback);
  expect((await offers()).replaceAll("&#x27;", "'")).toContain("today's page is open");
});
