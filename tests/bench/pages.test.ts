import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { leftOut, lookedAt, pagesAround, weighedPages } from "../../bench/pages.ts";

/* A page that nobody weighs grows unseen. */

const there = globSync("app/(member)/**/page.tsx").map((file) =>
  file.replaceAll("\\", "/").slice("app/(member)".length, -"/page.tsx".length),
);
const isIn = (folder: string, page: string) => page === folder || page.startsWith(`${folder}/`);
const isLeftOut = (page: string) => Object.keys(leftOut).some((folder) => isIn(folder, page));

test("every page of members is weighed, or left out for a reason", () => {
  expect(there.length).toBeGreaterThan(50);
  expect(there.filter((page) => !lookedAt.includes(page) && !isLeftOut(page))).toEqual([]);
});

test("no page is weighed that is not there, and nothing is left out that is not there either", () => {
  expect(lookedAt.filter((page) => page !== "/" && !there.includes(page))).toEqual([]);
  expect(Object.keys(leftOut).filter((folder) => !there.some((page) => isIn(folder, page)))).toEqual([]);
});

test("nothing about setbacks, or what becomes of them, is left out", () => {
  const about = ["setbacks", "feedback", "experiments", "plans", "learning", "patterns", "practice", "jar"];
  for (const folder of about) expect(isLeftOut(`/${folder}`), folder).toBe(false);
});

test("nothing around circles is left out, nor what keeps them safe", () => {
  for (const folder of ["circles", "supporters", "nudges", "report", "moderation"])
    expect(isLeftOut(`/${folder}`), folder).toBe(false);
});

test("each address around a circle is filled in to its end", () => {
  const about = {
    ...{ circleId: "a", openId: "b", meetingId: "c", postId: "d", replyId: "e", seat: "3", linkId: "f" },
    ...{ reportId: "g", code: "h" },
  };
  const addresses = pagesAround(about).map(({ url }) => url({} as never));
  expect(addresses.join(" ")).not.toMatch(/\[|undefined/);
  expect(addresses).toEqual(
    expect.arrayContaining(["/circles/open/b", "/circles/a/posts/d/replies/e", "/report/post/a/d", "/s/h"]),
  );
});

test("each address is filled in to its end", () => {
  const rows = {
    setback: "a",
    reframeId: "b",
    sessionId: "c",
    letter: "d",
    plan: "e",
    experiment: "f",
    learningPlanId: "g",
  };
  const addresses = weighedPages(rows).map(({ url }) => url({} as never));
  expect(addresses.join(" ")).not.toMatch(/\[|undefined/);
  expect(addresses).toEqual(
    expect.arrayContaining([
      "/setbacks/a/reframe/b",
      "/setbacks/a/writing/c",
      "/setbacks/a/exercise/kind_letter",
      "/feedback/d",
      "/feedback/new?setback=a&artefact=interview&of=employer",
      "/plans/e/share",
      "/experiments/f/share?step=preview",
      "/learning/g/share",
    ]),
  );
});
