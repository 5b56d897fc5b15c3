import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import WinPage from "@/app/(member)/wins/[winId]/page";
import ShareWinPage from "@/app/(member)/wins/[winId]/share/page";
import WinsPage from "@/app/(member)/wins/page";
import { startAfresh } from "@/lib/drafts/actions";
import { logEffort } from "@/lib/efforts/actions";
import { freshId } from "@/lib/ids";
import { listJar } from "@/lib/jar/queries";
import { takeBackPost } from "@/lib/posts/actions";
import { declineStep, deleteWin, putWinInJar } from "@/lib/wins/actions";
import { daysPass } from "../days-pass";
import { aCircle, aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aGoal, aWin } from "../factories-of-goals";
import { aWinPicture } from "../factories-of-wins";
import { as, submit, visit } from "../people";
import { shareInWords } from "../share-in-words";

const open = (member: Member | null, asked: Record<string, string | string[]> = {}) =>
  visit(member, () => WinsPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openShare = (member: Member | null, winId: string) =>
  visit(member, () =>
    ShareWinPage({ params: Promise.resolve({ winId }), searchParams: Promise.resolve({}) }),
  );

async function html(opened: ReturnType<typeof open>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

const words = (page: string) => page.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("the page of wins", () => {
  test("lists what went well by month, to its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    for (const day of ["2026-10-05", "2026-11-01", "2026-10-20"])
      await aWin(juniper, "Asked for feedback.", day);
    const page = await html(open(juniper));
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page.match(/(?<=<h2[^>]*>)[^<]+ 2026/g)).toEqual(["November 2026", "October 2026"]);
    expect(page).toContain("Asked for feedback.");
    const hers = await html(open(wren));
    expect(hers).toContain("Nothing written yet");
    expect(hers).not.toContain("Asked for feedback.");
  });

  test("celebrates what was just written, and ends with one tiny step that can be declined", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aWin(juniper);
    await aGoal(juniper, { title: "A walk" });
    const page = await html(open(juniper, { written: id }));
    expect(words(page)).toContain("One tiny step more, only if you like: A walk Done");
    expect(page).toContain("Rest is fine");
    expect(await html(open(wren, { written: id }))).not.toContain("Rest is fine");
  });

  test("offers one step, and what else can become of a win apart from it", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper);
    const goal = await aGoal(juniper, { title: "A walk" });
    await aGoal(juniper, { title: "A letter" });
    const said = async () => words(await html(open(juniper, { written: id })));
    expect(await said()).toMatch(/A walk Done Rest is fine Put it in a circle Add a picture/);
    // The step that was named is taken: no other one stands in its place.
    await submit(juniper, logEffort, { goalId: goal.id });
    expect(await said()).toMatch(/A walk Logged for today\. Undo That is enough for today\./);
    expect(await said()).not.toContain("A letter");
  });

  test("asks for no further step on a day on which one was declined, and asks again on the next", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper);
    await aGoal(juniper, { title: "A walk" });
    for (const _ of [1, 2])
      expect(await submit(juniper, declineStep, {})).toEqual({ status: "went", to: "/wins" });
    const page = await html(open(juniper, { written: id }));
    expect(page).toContain("That is enough for today.");
    expect(page).not.toMatch(/One tiny step more|Rest is fine/);
    await daysPass(juniper, 1);
    expect(await html(open(juniper, { written: id }))).toContain("One tiny step more");
  });

  test("shows a picture beside its words, to its member alone, and offers it to no circle", async () => {
    const juniper = await aMember();
    await aCircle(juniper);
    const win = await aWin(juniper);
    await aWinPicture(juniper, win, "A small desk");
    expect(await html(open(juniper))).toMatch(/<img[^>]*alt="A small desk"/);
    const share = await html(openShare(juniper, win.id));
    expect(share).toContain("The picture stays with you: only words go to a circle.");
    expect(share).not.toContain("<img");
  });

  test("says who reads a win: a supporter, too, whom its member lets see their wins, and never the picture", async () => {
    const juniper = await aMember();
    const win = await aWin(juniper);
    await aWinPicture(juniper, win);
    const one = await html(
      visit(juniper, () =>
        WinPage({ params: Promise.resolve({ winId: win.id }), searchParams: Promise.resolve({}) }),
      ),
    );
    for (const page of [await html(open(juniper)), one]) {
      expect(page).not.toMatch(/Only you can (?:see|read) this/);
      expect(page).toContain("Only you read");
      expect(page).toContain("and a supporter whom you let see your wins.");
    }
    expect(one).toContain("A picture beside it is seen by you alone.");
  });

  test("puts a win in the jar in one tap, once, and says that it is there", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper, "Asked for feedback.");
    expect(await html(open(juniper))).toContain("Put it in the jar");
    for (const _ of [1, 2])
      expect(await submit(juniper, putWinInJar, { winId: id })).toMatchObject({ status: "done" });
    expect(await as(juniper, listJar)).toMatchObject([
      { words: "Asked for feedback.", origin: "A win of mine" },
    ]);
    const page = await html(open(juniper));
    expect(page).toContain("In your jar");
    expect(page).not.toContain("Put it in the jar");
  });

  test("brings back what was typed and not sent", async () => {
    const juniper = await aMember();
    const values = { body: ["I nearly said"], day: ["2026-11-01"] };
    await aDraft(juniper, "win", values);
    const page = await html(open(juniper));
    expect(page).toContain("I nearly said");
    expect(page).toContain('value="2026-11-01"');
  });

  test("offers to put a win in a circle as long as there is one that it is not in", async () => {
    const juniper = await aMember();
    const offer = ">Put it in a circle<";
    const { id } = await aWin(juniper, "Asked for feedback.");
    expect(await html(open(juniper))).toContain(offer);
    const circle = await aCircle(juniper);
    await shareInWords(juniper, "win", id, circle, "I asked.");
    const shared = await html(open(juniper));
    expect(shared).toContain("You put it in a circle");
    expect(shared).not.toContain(offer);
    await aCircle(juniper);
    expect(await html(open(juniper))).toContain(offer);
  });

  test("promises no more of what was deleted than an Undo right there", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper);
    await submit(juniper, deleteWin, { winId: id });
    const page = await html(open(juniper, { deleted: id }));
    expect(page).toContain("That can be undone right now, here.");
    expect(page).not.toMatch(/\d+ days/);
  });

  test("shows what a member wrote as words and never as markup", async () => {
    const juniper = await aMember();
    await aWin(juniper, '<img src=x onerror="alert(1)">');
    expect(await html(open(juniper))).not.toContain("<img");
  });

  test.each(["nonsense", "2026-99-99.x", ""])("opens whatever the address says: %j", async (text) => {
    const juniper = await aMember();
    expect(await open(juniper, { before: text, deleted: text, written: text })).toHaveProperty("shown");
    expect(await open(juniper, { before: [text, text], deleted: [text] })).toHaveProperty("shown");
  });

  test("asks whoever is signed out to sign in", async () => {
    expect(await open(null)).toHaveProperty("went");
  });
});

describe("putting a win in a circle", () => {
  test("shows the very words that the circle will see, to its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    await aCircle(juniper);
    const { id } = await aWin(juniper, "Asked for feedback.");
    const page = await html(openShare(juniper, id));
    expect(page).toContain(">Asked for feedback.</textarea>");
    expect(page).toContain(">See what they will see<");
    expect(page).not.toContain(">Share<");
    expect(await openShare(wren, id)).toEqual({ notFound: true });
    expect(await openShare(juniper, freshId())).toEqual({ notFound: true });
    expect(await openShare(juniper, "nonsense")).toEqual({ notFound: true });
  });

  test("opens with words that were taken back, says so, and lets go of them", async () => {
    const juniper = await aMember();
    const circle = await aCircle(juniper);
    const { id: winId } = await aWin(juniper, "Asked Acme for feedback.");
    const postId = await shareInWords(juniper, "win", winId, circle, "Asked for feedback.");
    await submit(juniper, takeBackPost, { circleId: circle.id, postId });
    const page = await html(openShare(juniper, winId));
    expect(page).toContain("We kept what you typed.");
    expect(page).toContain(">Asked for feedback.</textarea>");
    await submit(juniper, startAfresh, { key: `share:${winId}` });
    expect(await html(openShare(juniper, winId))).toContain(">Asked Acme for feedback.</textarea>");
  });
});
