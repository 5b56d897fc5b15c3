import { expect, test } from "vitest";
import {
  askForNewPassword,
  confirmAddress,
  join,
  setNewPassword,
  signIn,
  signOut,
} from "@/lib/accounts/actions";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { makeInvitation, takeBackInvitation } from "@/lib/invitations/actions";
import { askToLeave } from "@/lib/memberships/actions";
import { takeSecondStep } from "@/lib/one-time-codes/actions";
import { noteAskedToLeave } from "@/lib/security-events/note-event";
import { listEvents } from "@/lib/security-events/queries";
import { findSignedIn } from "@/lib/session";
import { tokenTo } from "../accounts/mailbox";
import { aCircle, aMember, type Member, PASSWORD } from "../factories";
import { someCodes } from "../factories-of-accounts";
import { as, browserOf, submit } from "../people";
import { requests } from "../request";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

const linesOf = async (member: Member) =>
  (await as(member, (viewer) => listEvents(viewer))).events.map(({ words, device }) => [words, device]);
const wordsOf = async (member: Member) => (await linesOf(member)).map(([words]) => words);

test("joining, confirming, signing out and in again each leave a line, with the browser's name", async () => {
  const browser = await browserOf(null, { "user-agent": FIREFOX });
  const email = `${freshId()}@example.org`;
  const form = { email, password: PASSWORD, name: "Tern", adult: true, timeZone: "UTC" };
  await submit(null, join, form, { browser });
  const tern = await requests.run(browser, () => findSignedIn());
  if (!tern) throw new Error("Nobody is signed in.");
  const token = await tokenTo(email, "verify");
  for (const _ of [1, 2]) await submit(null, confirmAddress, { token }, { browser });
  for (const _ of [1, 2]) await submit(null, signOut, {}, { browser });
  await submit(null, signIn, { email, password: PASSWORD }, { browser });
  expect(await linesOf(tern)).toEqual(
    ["Signed in", "Signed out", "Confirmed your e-mail address", "You joined Onward"].map((words) => [
      words,
      "Firefox on Linux",
    ]),
  );
});

test("a new password that signs in, and a recovery code that does, are one line each", async () => {
  const heron = await aMember();
  const { recoveryCodes } = await someCodes(heron);
  const browser = await browserOf(null);
  await submit(null, signIn, { email: heron.email, password: PASSWORD }, { browser });
  await submit(null, takeSecondStep, { code: recoveryCodes[0] }, { browser });
  expect(await wordsOf(heron)).toEqual(["Signed in with a recovery code"]);

  const wren = await aMember();
  await submit(null, askForNewPassword, { email: wren.email });
  const token = await tokenTo(wren.email, "reset-password");
  for (const _ of [1, 2]) await submit(null, setNewPassword, { token, password: "eight slow ferries" });
  expect(await wordsOf(wren)).toEqual(["Signed in", "Set a new password through a mailed link"]);
});

test("a guess that does not fit leaves none, so that nobody fills the list from outside", async () => {
  const heron = await aMember();
  for (const password of ["one", "two", "three"])
    await submit(null, signIn, { email: heron.email, password });
  expect(await wordsOf(heron)).toEqual([]);
});

test("an invitation leaves a line when it is made and when it is taken back, sent once or twice", async () => {
  const heron = await aMember();
  const circle = await aCircle(heron);
  const id = freshId();
  const invitation = { circleId: circle.id, invitationId: id };
  for (const _ of [1, 2])
    await submit(heron, makeInvitation, { id, circleId: circle.id, people: 1, days: 7 });
  for (const _ of [1, 2]) await submit(heron, takeBackInvitation, invitation);
  expect(await wordsOf(heron)).toEqual(["Took an invitation back", "Made an invitation to a circle"]);
});

test("asking somebody to leave leaves a line with both, which names neither", async () => {
  const [heron, wren] = [await aMember({ name: "Heron" }), await aMember({ name: "Wren" })];
  const circle = await aCircle(heron, [wren]);
  for (const _ of [1, 2]) await submit(heron, askToLeave, { circleId: circle.id, alias: "Wren" });
  // The invitation that Wren came by was still open, and ended with it.
  expect(await wordsOf(heron)).toEqual(["Took an invitation back", "Asked somebody to leave a circle"]);
  expect(await linesOf(wren)).toEqual([["You were asked to leave a circle", null]]);
});

test("nobody has a line written for others but about whom they asked to leave", async () => {
  const [heron, wren, outsider] = [await aMember(), await aMember({ name: "Wren" }), await aMember()];
  const circle = await aCircle(heron, [wren]);
  for (const somebody of [heron, wren, outsider]) {
    await asMember(somebody.id, (db) => noteAskedToLeave(db, circle.id, wren.id));
  }
  expect(await wordsOf(wren)).toEqual([]);
});
