import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import LetterPage from "@/app/(member)/feedback/[id]/page";
import NewLetterPage from "@/app/(member)/feedback/new/page";
import FeedbackPage from "@/app/(member)/feedback/page";
import { dayIn } from "@/lib/dates";
import { keepAnswer, putAnswerInJar, sayAsked } from "@/lib/feedback/actions";
import { mailLink } from "@/lib/feedback/mail-link";
import { freshId } from "@/lib/ids";
import { aDraft, aFeedbackRequest, aFeedbackTemplate, aMember, aSetback, type Member } from "../factories";
import { submit, visit } from "../people";

type Asked = Record<string, string | string[]>;

const openList = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => FeedbackPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openNew = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => NewLetterPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openLetter = (member: Member | null, id: string) =>
  visit(member, () => LetterPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) }));

async function html(opened: ReturnType<typeof openList>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

const long = "2026-11-01";

describe("the list of letters", () => {
  test("begins with one kind thing to do", async () => {
    const page = await html(openList(await aMember()));
    expect(page).toContain("Nobody asked yet");
    expect(page).toContain('href="/feedback/new"');
  });

  test("shows them by what has become of them, without counting, to their member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    await aFeedbackRequest(juniper, { askedOn: long, silentOn: "2026-11-20" });
    await aFeedbackRequest(juniper, { askedOn: long, answer: "Very close." });
    await aFeedbackRequest(juniper, { askedOn: long, name: "Ms Tern" });
    await aFeedbackRequest(juniper);
    const page = await html(openList(juniper));
    expect(page.match(/(?<=<h2[^>]*>)[^<]+/g)).toEqual([
      "Drafted, not sent yet",
      "Asked",
      "Answered",
      "Ended in silence",
    ]);
    expect(page).toContain("Ms Tern");
    expect(page.replace(/<[^>]*>/g, " ")).not.toMatch(/\d/);
    expect(await html(openList(wren))).toContain("Nobody asked yet");
  });

  test("says once that a reminder could go out", async () => {
    const juniper = await aMember();
    await aFeedbackRequest(juniper, { askedOn: long, followUpOn: "2026-11-08" });
    await aFeedbackRequest(juniper, { askedOn: long, followUpOn: "2026-11-08", followedUpOn: "2026-11-09" });
    expect((await html(openList(juniper))).match(/A short reminder could go out now/g)).toHaveLength(1);
  });

  test("takes back a deletion, of one's own", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aFeedbackRequest(juniper, { deletedAt: new Date() });
    expect(await html(openList(juniper, { deleted: id }))).toContain("Undo deleting the letter");
    expect(await html(openList(wren, { deleted: id }))).not.toContain("Undo");
    expect(await openList(juniper, { deleted: [id, "x"] })).toHaveProperty("shown");
  });

  test("asks whoever is signed out to sign in", async () => {
    expect(await openList(null)).toHaveProperty("went");
    expect(await openNew(null)).toHaveProperty("went");
    expect(await openLetter(null, freshId())).toHaveProperty("went");
  });
});

describe("a new letter", () => {
  test("asks two things, then shows the letter with what is still to fill in it", async () => {
    const juniper = await aMember();
    expect(await html(openNew(juniper))).not.toContain("<form");
    const page = await html(openNew(juniper, { artefact: "interview", of: "peer" }));
    expect(page).toContain("Would you practise one interview question with me?");
    expect(page.match(/<mark[^>]*>\{\w+\}<\/mark>/g)?.length).toBeGreaterThan(2);
    for (const name of ["name", "role", "me"]) expect(page).toContain(`name="${name}"`);
    expect(page).not.toContain('name="company"');
  });

  test("after a setback knows whom and what, the role and the company, and its title says none of it", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const about = { kind: "final_round", role: "Dispatcher", company: "Kestrel Freight" } as const;
    const { id } = await aSetback(juniper, about);
    const page = await html(openNew(juniper, { setback: id }));
    expect(page).toContain('value="Kestrel Freight"');
    expect(page).toContain(`value="${id}"`);
    expect(page).toMatch(/aria-current="true"[^>]*>After the final round/);
    expect(page).toMatch(/<title>Ask for feedback · Onward<\/title>/);
    const hers = await html(openNew(wren, { setback: id }));
    expect(hers).not.toContain("Kestrel");
    expect(hers).not.toContain(id);
  });

  test("offers the letters of one's own, and lets go of them", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aFeedbackTemplate(juniper, { subject: "My question", letter: "Dear {name}: well?" });
    const asked = { artefact: "resume", of: "employer", letter: id };
    const page = await html(openNew(juniper, asked));
    expect(page).toContain("Your own: My question");
    expect(page).toContain(": well?");
    expect(page).toContain("Delete this letter of your own");
    expect(await html(openNew(juniper, { artefact: "resume", of: "peer", letter: id }))).not.toContain(
      "My question",
    );
    expect(await html(openNew(wren, asked))).not.toContain("My question");
  });

  test("keeps what was typed when another letter is chosen", async () => {
    const juniper = await aMember();
    await aDraft(juniper, "feedback", { name: ["Ms Tern"] });
    const page = await html(
      openNew(juniper, { artefact: "resume", of: "employer", letter: "resume-employer-silence" }),
    );
    expect(page).toContain('value="Ms Tern"');
  });

  test.each(["nonsense", "__proto__", ""])("opens whatever the address says: %j", async (text) => {
    const juniper = await aMember();
    const asked = { artefact: text, of: text, letter: text, setback: text, deleted: text };
    expect(await openNew(juniper, asked)).toHaveProperty("shown");
    expect(await openNew(juniper, { ...asked, artefact: [text, text], setback: [text] })).toHaveProperty(
      "shown",
    );
  });
});

describe("a letter", () => {
  test("goes out by one's own mail program, or is copied without JavaScript", async () => {
    const juniper = await aMember();
    const letter = 'Hello Zoë,\n\n"why" & <b>?';
    const { id } = await aFeedbackRequest(juniper, { subject: "For {role}", letter });
    const page = await html(openLetter(juniper, id));
    expect(page).toContain(`href="${mailLink("For {role}", letter).replaceAll("&", "&amp;")}"`);
    expect(page).toMatch(/<textarea readOnly=""[^>]*>For \{role\}\n\nHello Zoë,/i);
    expect(page).toContain("Still to fill in");
    expect(page).toContain('name="role"');
    expect(page).not.toContain("<b>");
    expect(page).toMatch(/<title>A letter · Onward<\/title>/);
  });

  test("is its member's alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aFeedbackRequest(juniper);
    expect(await openLetter(wren, id)).toEqual({ notFound: true });
    expect(await openLetter(juniper, freshId())).toEqual({ notFound: true });
    expect(await openLetter(juniper, "nonsense")).toEqual({ notFound: true });
  });

  test("once asked says so quietly, and offers what can come of it", async () => {
    const juniper = await aMember();
    const { id } = await aFeedbackRequest(juniper);
    expect(await html(openLetter(juniper, id))).not.toContain("They answered");
    await submit(juniper, sayAsked, { requestId: id, askedOn: dayIn(juniper.timeZone, new Date()) });
    const page = await html(openLetter(juniper, id));
    expect(page).toContain("You asked, on");
    expect(page).toContain('href="/wins"');
    for (const says of ["They answered", "No answer came", "I followed up once", "I have not asked yet"])
      expect(page).toContain(says);
    expect(page).not.toContain(">I asked<");
  });

  test("that nobody answered ends kindly, and can still be answered", async () => {
    const juniper = await aMember();
    const { id } = await aFeedbackRequest(juniper, { askedOn: long, silentOn: "2026-11-20" });
    const page = await html(openLetter(juniper, id));
    expect(page).toContain("that is a normal end");
    expect(page).toContain("They answered after all");
    expect(page).not.toContain("I followed up once");
  });

  test("that was answered quotes them, tells apart what is mine, and offers the jar until it is there", async () => {
    const juniper = await aMember();
    const { id } = await aFeedbackRequest(juniper, {
      name: "Ms Tern",
      askedOn: long,
      answer: "Very close.",
      lesson: "A summary.",
    });
    const page = await html(openLetter(juniper, id));
    expect(page).toMatch(/<blockquote[^>]*>(?:(?!<\/blockquote>).)*Very close\./s);
    expect(page).not.toMatch(/<blockquote[^>]*>(?:(?!<\/blockquote>).)*A summary\./s);
    expect(page).toContain("Put it in my evidence jar");
    await submit(juniper, putAnswerInJar, { requestId: id });
    const after = await html(openLetter(juniper, id));
    expect(after).not.toContain("Put it in my evidence jar");
    expect(after).toContain('href="/jar"');
    // Said differently since, it can be put in again in place of what is there.
    await submit(juniper, keepAnswer, { requestId: id, answer: "Very, very close.", lesson: "" });
    expect(await html(openLetter(juniper, id))).toContain("Put it in my evidence jar");
  });

  test("asks for no lesson on a day on which a setback was logged, whatever the letter is about", async () => {
    const juniper = await aMember();
    const yesterday = new Date(Date.now() - 36 * 3_600_000);
    const { id: older } = await aSetback(juniper, { createdAt: yesterday });
    const page = (about: Partial<{ setbackId: string }>) =>
      aFeedbackRequest(juniper, { ...about, askedOn: long }).then(({ id }) => html(openLetter(juniper, id)));
    expect(await page({ setbackId: older })).toContain('name="lesson"');

    const { id: fresh } = await aSetback(juniper);
    for (const about of [{ setbackId: fresh }, { setbackId: older }, {}]) {
      const today = await page(about);
      expect(today).toContain("What you take from it can wait.");
      expect(today).not.toContain('name="lesson"');
    }
  });

  test("is kept for the next time with its particulars left open", async () => {
    const juniper = await aMember();
    const { id: setbackId } = await aSetback(juniper, { company: "Kestrel Freight", role: "Dispatcher" });
    const letter = "Hello Ms Tern, about Dispatcher at Kestrel Freight.";
    const { id } = await aFeedbackRequest(juniper, { setbackId, name: "Ms Tern", letter });
    expect(await html(openLetter(juniper, id))).toContain(
      ">Hello {name}, about {role} at {company}.</textarea>",
    );
  });

  test("opens with words that were typed and not sent", async () => {
    const juniper = await aMember();
    const { id } = await aFeedbackRequest(juniper, { askedOn: long });
    await aDraft(juniper, `answer:${id}`, { requestId: [id], answer: ["They nearly said"] });
    const page = await html(openLetter(juniper, id));
    expect(page).toContain("They nearly said");
    expect(page).toContain("We kept what you typed.");
  });
});
