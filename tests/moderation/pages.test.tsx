import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import PersonPage from "@/app/(member)/circles/[circleId]/people/[seat]/page";
import LetterPage from "@/app/(member)/decisions/[letterId]/page";
import DecisionsPage from "@/app/(member)/decisions/page";
import CasePage from "@/app/(member)/moderation/[reportId]/page";
import ModerationPage from "@/app/(member)/moderation/page";
import ReportPage from "@/app/(member)/report/[about]/[circleId]/[thing]/page";
import BlockedPage from "@/app/(member)/settings/blocked/page";
import SettingsPage from "@/app/(member)/settings/page";
import SuspendedPage from "@/app/(member)/suspended/page";
import TodayPage from "@/app/(member)/today/page";
import { appeal } from "@/lib/appeals/actions";
import { asSystem } from "@/lib/db";
import { report } from "@/lib/reports/actions";
import { aCircle, aMember, type CircleOfTest, type Member } from "../factories";
import { aPost } from "../factories-of-posts";
import { aBlock, aDecision, aModerator, aReport } from "../factories-of-safety";
import { submit, visit } from "../people";

let juniper: Member;
let heron: Member;
let wren: Member;
let curlew: Member;
let dunlin: Member;
let circle: CircleOfTest;

beforeAll(async () => {
  [juniper, heron, wren, curlew, dunlin] = await Promise.all([
    aMember({ name: "Juniper" }),
    aMember({ name: "Heron" }),
    aMember({ name: "Wren" }),
    aModerator(),
    aModerator({ name: "Dunlin" }),
  ]);
  circle = await aCircle(juniper, [heron, wren]);
});

const params = <T extends object>(params: T, searchParams: object = {}) => ({
  params: Promise.resolve(params),
  searchParams: Promise.resolve(searchParams as Record<string, string>),
});

/** What a page says, without its markup. */
async function said(who: Member, page: () => Promise<ReactNode>): Promise<string> {
  const answer = await visit(who, page);
  if (!("shown" in answer)) throw new Error(`The page was not shown: ${JSON.stringify(answer)}`);
  const html = renderToStaticMarkup(answer.shown);
  expect(html.match(/<h1/g)).toHaveLength(1);
  return html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll(/\s+/g, " ");
}

test("from somebody's place they can be blocked in one press, or reported", async () => {
  const page = await said(juniper, () => PersonPage(params({ circleId: circle.id, seat: "2" })));
  for (const words of ["Block Heron", "Nobody is told", "Report Heron", "Role and seat"])
    expect(page).toContain(words);
  const member = await said(heron, () => PersonPage(params({ circleId: circle.id, seat: "1" })));
  expect(member).toContain("facilitator");
  expect(member).not.toContain("Role and seat");
  expect(await visit(heron, () => PersonPage(params({ circleId: circle.id, seat: "2" })))).toEqual({
    notFound: true,
  });
});

test("whom somebody blocked is listed for them alone, with the way back", async () => {
  const [one, other] = [await aMember({ name: "Plover" }), await aMember({ name: "Avocet" })];
  const theirs = await aCircle(one, [other], { name: "Second wind" });
  await aBlock(one, theirs, "Avocet");
  const page = await said(one, () => BlockedPage());
  for (const words of ["Avocet", "Second wind", "Unblock", "Report"]) expect(page).toContain(words);
  expect(await said(other, () => BlockedPage())).toContain("You blocked nobody");
});

test("a report shows what goes along, offers the block, and says when it was made already", async () => {
  const post = await aPost(heron, circle, { body: "Words that hurt" });
  const at = { about: "post", circleId: circle.id, thing: post.id };
  const page = () => said(wren, () => ReportPage(params(at)));
  for (const words of ["Words that hurt", "Somebody may be in danger", "Block Heron, too", "Need help now?"])
    expect(await page()).toContain(words);
  await submit(wren, report, { ...at, reason: "harassment" });
  expect(await page()).toContain("You reported this already");
});

test("a case shows the thing, its surroundings and what can be done; another moderator finds the appeal", async () => {
  const post = await aPost(heron, circle);
  const { id } = await aReport(wren, post, { reportedId: heron.id });
  const of = (who: Member) => said(who, () => CasePage(params({ reportId: id })));
  const open = await of(curlew);
  for (const words of ["Please look at this.", "No offer.", "Hide it", "Close their account", "Decide"])
    expect(open).toContain(words);
  expect(open).not.toContain("Wren");
  expect(await said(curlew, () => ModerationPage(params({})))).toContain("It hurts or threatens somebody");

  const decision = await aDecision(curlew, { id });
  await submit(heron, appeal, { letterId: decision.letterOf(heron), words: "I meant it kindly." });
  expect(await of(curlew)).not.toContain("I meant it kindly.");
  const again = await of(dunlin);
  for (const words of ["I meant it kindly.", "Decide about the appeal", "by another moderator"])
    expect(again).toContain(words);
  expect(await said(dunlin, () => ModerationPage(params({})))).toContain("Appeal: A word of warning");

  const letter = await said(heron, () => LetterPage(params({ letterId: decision.letterOf(heron) })));
  for (const words of ["A word of warning", "That was too much.", "You asked another moderator."])
    expect(letter).toContain(words);
  expect(letter).not.toContain("Wren");
  expect(await said(wren, () => DecisionsPage(params({}, { reported: "1" })))).toContain(
    "An answer about a post that you reported",
  );
});

test("moderators find their way from Settings, and nobody else", async () => {
  expect(await said(curlew, () => SettingsPage())).toContain("What members reported");
  expect(await said(heron, () => SettingsPage())).not.toContain("What members reported");
});

test("whoever rests reads until when, finds the reason, and is led there from everywhere else", async () => {
  const snipe = await aMember({ name: "Snipe" });
  const theirs = await aCircle(await aMember({ name: "Plover" }), [snipe]);
  const post = await aPost(snipe, theirs);
  const until = new Date(Date.now() + 7 * 86_400_000);
  const other = await aMember({ name: "Avocet" });
  const { id } = await aReport(other, post, { reportedId: snipe.id });
  const decision = await aDecision(curlew, { id }, "suspend", until);
  const page = await said(snipe, () => SuspendedPage());
  for (const words of ["Your account rests", "Until", "delete your account", "Read why"])
    expect(page).toContain(words);
  expect(await visit(snipe, () => TodayPage(params({})))).toEqual({ went: "/suspended" });
  expect(await said(snipe, () => SettingsPage())).toContain("Settings");
  expect(await said(snipe, () => LetterPage(params({ letterId: decision.letterOf(snipe) })))).toContain(
    "Ask another moderator",
  );
  await asSystem((db) =>
    db.user.updateMany({ where: { id: snipe.id }, data: { suspendedUntil: new Date(Date.now() - 1000) } }),
  );
  expect(await visit(snipe, () => SuspendedPage())).toEqual({ went: "/today" });
});
