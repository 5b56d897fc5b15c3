import { beforeEach, describe, expect, test } from "vitest";
import { answerCard, showLinesOf } from "@/lib/crisis/actions";
import { findCard } from "@/lib/crisis/find-card";
import { CARD_ID } from "@/lib/crisis/schema";
import { saveDraft } from "@/lib/drafts/actions";
import { freshId } from "@/lib/ids";
import { sharePost } from "@/lib/posts/actions";
import { addReason } from "@/lib/reasons/actions";
import { reply } from "@/lib/replies/actions";
import { keepSession } from "@/lib/session";
import { changeSetback, saveSetback, writeOwnPage } from "@/lib/setbacks/actions";
import { connected, listTables } from "../database/connect";
import { aCircle, aMember, type Member } from "../factories";
import { aPost } from "../factories-of-posts";
import { aSetback } from "../factories-of-setbacks";
import { browserOf, submit } from "../people";
import { type Request, requests } from "../request";

const HARD = "I do not want to live any more.";
const LIGHT = "This job search is killing me.";

let juniper: Member;
let heron: Member;
let circle: { id: string };
let browser: Request;
beforeEach(async () => {
  juniper = await aMember({ name: "Juniper", timeZone: "Europe/Berlin" });
  heron = await aMember({ name: "Heron" });
  circle = await aCircle(juniper, [heron]);
  browser = await browserOf(juniper);
});

const cardIn = (of: Request) => requests.run(of, findCard);
const post = (body: string, from = browser, id = freshId()) =>
  submit(
    juniper,
    sharePost,
    { id, circleId: circle.id, kind: "ask", need: "listen", body },
    { browser: from },
  );

describe("the card", () => {
  test("opens for its author after the words are kept, and the form leads there", async () => {
    expect(await cardIn(browser)).toBeNull();
    expect(await post(HARD)).toMatchObject({ status: "done", show: CARD_ID });
    expect(await cardIn(browser)).toMatchObject({ answer: null, country: { code: "DE" } });
    expect((await cardIn(browser))?.country?.lines.length).toBeLessThanOrEqual(2);
  });

  test("stays away from everyday words", async () => {
    expect(await post(LIGHT)).toMatchObject({ status: "done" });
    expect(await cardIn(browser)).toBeNull();
  });

  test("opens wherever words are kept: a setback, a page to oneself, a reply, a reason that waits until tomorrow", async () => {
    const setback = await aSetback(juniper);
    const there = await aPost(heron, circle);
    const kept: [string, () => Promise<unknown>][] = [
      ["setback", () => submit(juniper, saveSetback, { happened: HARD }, { browser })],
      ["own page", () => submit(juniper, writeOwnPage, { setbackId: setback.id, page: HARD }, { browser })],
      [
        "reply",
        () => submit(juniper, reply, { circleId: circle.id, postId: there.id, body: HARD }, { browser }),
      ],
      [
        "reason",
        () =>
          submit(
            juniper,
            addReason,
            {
              setbackId: setback.id,
              words: HARD,
              saidBy: "me",
              draftKey: `reason:${setback.id}`,
            },
            { browser },
          ),
      ],
    ];
    for (const [what, keep] of kept) {
      browser = await browserOf(juniper);
      await keep();
      expect(await cardIn(browser), what).not.toBeNull();
    }
  });

  test("waits while a draft saves itself: nothing is kept for good yet", async () => {
    const draft = { draftKey: "win", typedAt: Date.now(), body: HARD };
    expect(await submit(juniper, saveDraft, draft, { browser })).toMatchObject({ status: "done" });
    expect(await cardIn(browser)).toBeNull();
  });

  test("is not there when the words were refused", async () => {
    const outside = await aMember({ name: "Sorrel" });
    const hers = await browserOf(outside);
    const said = { circleId: circle.id, kind: "ask", need: "listen", body: HARD };
    expect(await submit(outside, sharePost, said, { browser: hers })).toMatchObject({ status: "refused" });
    expect(await cardIn(hers)).toBeNull();
  });

  test("is its author's alone: no other member sees it, on the same computer neither", async () => {
    await post(HARD);
    expect(await cardIn(await browserOf(heron))).toBeNull();
    expect(await cardIn(await browserOf(juniper))).toBeNull();
    await requests.run(browser, () => keepSession(heron.sessionId));
    expect(await cardIn(browser)).toBeNull();
  });

  test("comes back for the same thing only when a third of its words changed", async () => {
    const { id } = await aSetback(juniper, { happened: HARD });
    const change = async (happened: string) => {
      await submit(juniper, changeSetback, { id: undefined, setbackId: id, happened }, { browser });
      return (await cardIn(browser)) !== null;
    };
    const away = () => submit(juniper, answerCard, { answer: "mistaken" }, { browser });
    const words = `${HARD} They wrote on a Friday evening, two lines, no name under it, and that was all of it.`;
    expect(await change(words)).toBe(true);
    await away();
    expect(await change(words)).toBe(false);
    expect(await change(words.replace("Friday", "Thursday"))).toBe(false);
    expect(await change(`${words} ${"I want to die. ".repeat(4)}`)).toBe(true);
  });

  test("comes for another thing with the same words", async () => {
    await post(HARD);
    await submit(juniper, answerCard, { answer: "away" }, { browser });
    expect(await post(HARD)).toMatchObject({ show: CARD_ID });
    expect(await cardIn(browser)).not.toBeNull();
  });

  test("the same form sent twice opens one card, and putting it away is final", async () => {
    const id = freshId();
    await post(HARD, browser, id);
    await submit(juniper, answerCard, { answer: "away" }, { browser });
    await post(HARD, browser, id);
    expect(await cardIn(browser)).toBeNull();
  });
});

describe("what its author says to it", () => {
  test("changes what it says, or puts it away", async () => {
    await post(HARD);
    for (const answer of ["me", "someone"] as const) {
      await submit(juniper, answerCard, { answer }, { browser });
      expect(await cardIn(browser)).toMatchObject({ answer });
    }
    await submit(juniper, answerCard, { answer: "mistaken" }, { browser });
    expect(await cardIn(browser)).toBeNull();
    // Where none is open there is nothing to say.
    expect(await submit(juniper, answerCard, { answer: "me" }, { browser })).toMatchObject({
      status: "done",
    });
    expect(await cardIn(browser)).toBeNull();
  });

  test("can be that they are in another country", async () => {
    await post(HARD);
    await submit(juniper, showLinesOf, { country: "NZ" }, { browser });
    expect(await cardIn(browser)).toMatchObject({ country: { code: "NZ" } });
    expect(await submit(juniper, showLinesOf, { country: "XX" }, { browser })).toMatchObject({
      status: "refused",
    });
  });
});

test("nothing in the database says that a card was shown, or what was said to it", async () => {
  const everything = () =>
    connected("admin", async (admin) => {
      const rows: string[] = [];
      for (const table of (await listTables(admin)).filter((name) => name !== "limits")) {
        const found = await admin.query(
          `select t::text as row from public.${table} t where t::text like $1`,
          [`%${juniper.id}%`],
        );
        rows.push(...found.rows.map(({ row }) => `${table} ${row}`));
      }
      return rows.sort();
    });
  const ids = [freshId(), freshId()];
  await post("They went with someone internal.", await browserOf(juniper), ids[0]);
  const plain = await everything();
  await post(HARD, browser, ids[1]);
  const hard = (await everything()).filter((row) => !plain.includes(row));
  // The post, and when its author was heard: as with any other words.
  expect(hard.filter((row) => !row.startsWith("memberships ")).map((row) => row.split(" ")[0])).toEqual([
    "posts",
  ]);
  const before = await everything();
  for (const answer of ["me", "someone", "away"]) await submit(juniper, answerCard, { answer }, { browser });
  expect(await everything()).toEqual(before);
});
