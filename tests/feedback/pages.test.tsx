import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import LetterPage from "@/app/(member)/feedback/[id]/page";
import NewLetterPage from "@/app/(member)/feedback/new/page";
import FeedbackPage from "@/app/(member)/feedback/page";
import { dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { keepAnswer, putAnswerInJar, sayAsked, sayFollowedUp, tieToSetback } from "@/lib/feedback/actions";
import { mailLink } from "@/lib/feedback/mail-link";
import { freshId } from "@/lib/ids";
import { UNREADABLE } from "@/lib/private-words";
import { deleteSetback } from "@/lib/setbacks/actions";
import { daysPass } from "../days-pass";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aFeedbackRequest, aFeedbackTemplate } from "../factories-of-feedback";
import { aSetback } from "../factories-of-setbacks";
import { submit, visit } from "../people";

type Asked = Record<string, string | string[]>;

const openList = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => FeedbackPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openNew = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => NewLetterPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openLetter = (member: Member | null, id: string) =>
  visit(member, () => LetterPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) }));

const hrefOf = (subject: string, letter: string) => mailLink(subject, letter).replaceAll("&", "&amp;");

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
    const { id } = await aFeedbackRequest(juniper, { subject: "One {small} question", letter });
    const page = await html(openLetter(juniper, id));
    expect(page).toContain(`href="${hrefOf("One {small} question", letter)}"`);
    expect(page).toMatch(/<textarea readOnly=""[^>]*>One \{small\} question\n\nHello Zoë,/i);
    expect(page).toContain("Open in my mail program");
    expect(page).not.toContain("Still to fill in");
    expect(page).not.toContain("<b>");
    expect(page).toMatch(/<title>A letter · Onward<\/title>/);
  });

  test("never goes out with what is still to fill in, which is named beside the way out", async () => {
    const juniper = await aMember();
    const { id } = await aFeedbackRequest(juniper, {
      subject: "For {role}",
      letter: "Hello {name},\n\n{me}",
    });
    const page = await html(openLetter(juniper, id));
    expect(page).toMatch(/Still to fill in: <strong[^>]*>their name, the role and your name</);
    expect(page).toContain("Open with the gaps");
    expect(page).toContain(`href="${hrefOf("For [role]", "Hello [their name],\n\n[your name]")}"`);
    expect(page).toMatch(
      /<textarea readOnly=""[^>]*>For \[role\]\n\nHello \[their name\],\n\n\[your name\]</i,
    );
    expect(page).not.toMatch(/mailto:[^"]*%7B/);
    // Each has its line, which says where it goes.
    for (const name of ["name", "role", "me"]) {
      expect(page).toContain(`name="${name}"`);
      expect(page).toContain(`It goes where {${name}} stands.`);
    }
  });

  test("goes out with what its lines hold: whom it is to, and what the setback says", async () => {
    const juniper = await aMember();
    const { id: setbackId } = await aSetback(juniper, { role: "Dispatcher", company: "Kestrel Freight" });
    const letter = "Hello {name}, {role} at {company}. {me}";
    const { id } = await aFeedbackRequest(juniper, { setbackId, name: "Ms Tern", subject: "{role}", letter });
    const page = await html(openLetter(juniper, id));
    const text = "Hello Ms Tern, Dispatcher at Kestrel Freight. [your name]";
    expect(page).toContain(`href="${hrefOf("Dispatcher", text)}"`);
    expect(page).toMatch(/Still to fill in: <strong[^>]*>your name</);
  });

  test.each(["subject", "letter"])(
    "whose %s cannot be opened is not sent, and it says so kindly",
    async (which) => {
      const juniper = await aMember();
      const { id } = await aFeedbackRequest(juniper);
      await asMember(juniper.id, (db) =>
        db.feedbackRequest.updateMany({ where: { id }, data: { [which]: "Put here by hand." } }),
      );
      const page = await html(openLetter(juniper, id));
      expect(page).toContain("This letter cannot be opened, so there is nothing to send or to copy");
      expect(page).toContain("Nothing that you did caused it");
      expect(page).not.toContain("mailto:");
      expect(page).not.toContain("readOnly");
      expect(page).not.toContain("Keep it as a letter of my own");
    },
  );

  test("holds no words in a line, and sends none, that stand for others", async () => {
    const juniper = await aMember();
    const { id: setbackId } = await aSetback(juniper, { role: "Dispatcher" });
    await asMember(juniper.id, (db) => db.setback.updateMany({ data: { role: "Put here by hand." } }));
    const { id } = await aFeedbackRequest(juniper, { setbackId, name: "Ms Tern", letter: "{name}: {role}" });
    await asMember(juniper.id, (db) =>
      db.feedbackRequest.updateMany({ data: { name: "Put here by hand." } }),
    );
    const page = await html(openLetter(juniper, id));
    expect(page).toContain(`href="${hrefOf("One question about my resume", "[their name]: [role]")}"`);
    expect(page).toMatch(/name="role" value=""/);
    expect(await html(openNew(juniper, { setback: setbackId }))).not.toContain(UNREADABLE);
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

  test("that nobody reminded twice says that once is enough", async () => {
    const juniper = await aMember();
    const { id } = await aFeedbackRequest(juniper, { askedOn: long, followUpOn: "2026-11-08" });
    expect(await html(openLetter(juniper, id))).toContain(">I followed up once<");
    await submit(juniper, sayFollowedUp, { requestId: id });
    const page = await html(openLetter(juniper, id));
    expect(page).toContain("That is enough.");
    expect(page).not.toContain(">I followed up once<");
  });

  test("that was answered asks what its member takes from it, whether there is a setback or not", async () => {
    const juniper = await aMember();
    const { id } = await aFeedbackRequest(juniper, { askedOn: long, answer: "Very close." });
    expect(await html(openLetter(juniper, id))).toContain("Write down what you take from it");
    await submit(juniper, keepAnswer, { requestId: id, answer: "Very close.", lesson: "A summary on top." });
    const page = await html(openLetter(juniper, id));
    expect(page).toContain("A summary on top.");
    expect(page).not.toContain("Write down what you take from it");
  });

  test("whose answer could become a reason says what that needs: a setback, one of their own", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const yesterday = new Date(Date.now() - 36 * 3_600_000);
    const { id: hers } = await aSetback(wren, { createdAt: yesterday });
    const { id } = await aFeedbackRequest(juniper, { askedOn: long, answer: "Very close." });
    const none = await html(openLetter(juniper, id));
    expect(none).toContain("A reason belongs to a setback, and there is none of yours here");
    expect(none).not.toContain('name="setbackId"');

    const { id: setbackId } = await aSetback(juniper, {
      happened: "They chose another.",
      createdAt: yesterday,
    });
    const some = await html(openLetter(juniper, id));
    expect(some).toContain("Tie it to one of your setbacks");
    expect(some).toContain("They chose another.</option>");
    expect(some).not.toContain(hers);
    expect(some).not.toContain("Note a reason from it");

    await submit(juniper, tieToSetback, { requestId: id, setbackId });
    const tied = await html(openLetter(juniper, id));
    expect(tied).toContain(`href="/setbacks/${setbackId}/learn"`);
    expect(tied).toContain("It is about another setback");
    expect(tied).not.toContain("A reason belongs to a setback");
  });

  test("whose answer cannot be opened offers neither the jar nor a reason", async () => {
    const juniper = await aMember();
    const { id } = await aFeedbackRequest(juniper, { askedOn: long, answer: "Very close." });
    await asMember(juniper.id, (db) =>
      db.feedbackRequest.updateMany({ data: { answer: "Put here by hand." } }),
    );
    const page = await html(openLetter(juniper, id));
    expect(page).toContain(UNREADABLE);
    expect(page).not.toContain("Put it in my evidence jar");
    expect(page).not.toContain("A reason belongs");
    expect(await submit(juniper, putAnswerInJar, { requestId: id })).toMatchObject({ status: "refused" });
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
      expect(today).not.toContain("A reason belongs");
    }
  });

  test("keeps a lesson that was typed before through the day of a setback, and lets an answer be kept meanwhile", async () => {
    const juniper = await aMember();
    const { id } = await aFeedbackRequest(juniper, { askedOn: long });
    const typed = { requestId: [id], answer: ["Very"], lesson: ["A summary on"] };
    await aDraft(juniper, `answer:${id}`, typed);
    const { id: setbackId } = await aSetback(juniper);
    const today = await html(openLetter(juniper, id));
    expect(today).toContain(">Very</textarea>");
    expect(today).toContain("with what you typed of it before");
    expect(today).not.toContain("A summary on");
    const [, draftKey = ""] = /name="draftKey" value="(answer[^"]*)"/.exec(today) ?? [];
    expect(
      await submit(juniper, keepAnswer, { requestId: id, answer: "Very close.", draftKey }),
    ).toMatchObject({
      status: "done",
    });
    await submit(juniper, deleteSetback, { setbackId });
    expect(await html(openLetter(juniper, id))).toContain(">A summary on</textarea>");
  });

  const boxOf = (page: string, name: string) =>
    new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)</textarea>`).exec(page)?.[1];
  const keyIn = (page: string) => /name="draftKey" value="(answer[^"]*)"/.exec(page)?.[1] ?? "";

  test("whose answer is kept on the day of a setback shows that one from then on, and the lesson that had to wait tomorrow", async () => {
    const juniper = await aMember();
    const { id } = await aFeedbackRequest(juniper, { askedOn: long });
    const both = { answer: "Very clos", lesson: "A summary on top." };
    await aSetback(juniper);
    // From a page that was open since before.
    expect(
      await submit(juniper, keepAnswer, { requestId: id, ...both, draftKey: `answer:${id}` }),
    ).toMatchObject({ status: "refused" });
    const refused = await html(openLetter(juniper, id));
    expect(boxOf(refused, "answer")).toBe("Very clos");

    const draftKey = keyIn(refused);
    await submit(juniper, keepAnswer, { requestId: id, answer: "Very close.", draftKey });
    const today = await html(openLetter(juniper, id));
    expect(boxOf(today, "answer")).toBe("Very close.");
    expect(today).toContain("with what you typed of it before");

    await daysPass(juniper, 1);
    const tomorrow = await html(openLetter(juniper, id));
    expect(boxOf(tomorrow, "answer")).toBe("Very close.");
    expect(boxOf(tomorrow, "lesson")).toBe("A summary on top.");
    const sent = { answer: "Very close.", lesson: "A summary on top.", draftKey: keyIn(tomorrow) };
    await submit(juniper, keepAnswer, { requestId: id, ...sent });
    const after = await html(openLetter(juniper, id));
    expect(boxOf(after, "answer")).toBe("Very close.");
    expect(after).not.toContain("We kept what you typed.");
  });

  test("opens with what was typed last of an answer, in whichever of its forms, and kept from one it waits in neither", async () => {
    const juniper = await aMember();
    const { id } = await aFeedbackRequest(juniper, { askedOn: long });
    await aDraft(juniper, `answer:${id}`, { requestId: [id], answer: ["Older"], lesson: ["A summary."] });
    await daysPass(juniper, 1);
    await aSetback(juniper);
    await aDraft(juniper, `answer-alone:${id}`, { requestId: [id], answer: ["Newer"] });
    expect(boxOf(await html(openLetter(juniper, id)), "answer")).toBe("Newer");

    await daysPass(juniper, 1);
    const tomorrow = await html(openLetter(juniper, id));
    expect(boxOf(tomorrow, "answer")).toBe("Newer");
    expect(boxOf(tomorrow, "lesson")).toBe("A summary.");
    const sent = { answer: "Newest", lesson: "A summary.", draftKey: keyIn(tomorrow) };
    await submit(juniper, keepAnswer, { requestId: id, ...sent });
    const after = await html(openLetter(juniper, id));
    expect(boxOf(after, "answer")).toBe("Newest");
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  });

  test("opens another day with what was typed on the day of a setback and not sent, and drops it once it is", async () => {
    const juniper = await aMember();
    const { id } = await aFeedbackRequest(juniper, { askedOn: long });
    const draftKey = `answer-alone:${id}`;
    await aDraft(juniper, draftKey, { requestId: [id], answer: ["They nearly said"] });
    const page = await html(openLetter(juniper, id));
    expect(page).toMatch(/They nearly said.*name="lesson"/s);
    expect(page).toContain(draftKey);
    await submit(juniper, keepAnswer, { requestId: id, answer: "They said.", lesson: "", draftKey });
    expect(await html(openLetter(juniper, id))).not.toContain("They nearly said");
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
