"use server";
import { z } from "zod";
import { findSecondStep } from "@/lib/accounts/continue-sign-in";
import { requireProof } from "@/lib/accounts/prove";
import { signInHere } from "@/lib/accounts/sign-in-here";
import { leaveStep, takeStep } from "@/lib/accounts/sign-in-steps";
import { asSystem, type Db } from "@/lib/db";
import { accountAction, goTo, say, visitorAction } from "@/lib/form-action";
import { isFlood, refuseFlood } from "@/lib/limits";
import { acceptCode, asksForCodes } from "@/lib/one-time-codes/accept-code";
import { keepAppSecret, makeRecoveryCodes } from "@/lib/one-time-codes/keep-codes";
import { tellOfCodes } from "@/lib/one-time-codes/mails";
import {
  beginNewSecret,
  dropNewSecret,
  dropPaper,
  findNewSecret,
  keepPaper,
} from "@/lib/one-time-codes/new-codes";
import { stepOf } from "@/lib/one-time-codes/rules";
import {
  beginCodesForm,
  freshCodesForm,
  secondStepForm,
  turnOffForm,
  turnOnForm,
} from "@/lib/one-time-codes/schema";
import { Refusal } from "@/lib/refusal";
import { noteEvent } from "@/lib/security-events/note-event";

const DOES_NOT_FIT =
  "This code does not fit, or it was used already. The app shows a new one every 30 seconds: please enter the one that is there now.";

/**
 * The second proof, after which this browser is signed in. A wrong code leaves the step as it was, and a line for
 * the account's member: whoever gets that far has their password.
 */
export const takeSecondStep = visitorAction(secondStepForm, async ({ code }) => {
  const account = await asSystem(findSecondStep);
  if (!account) return goTo(STEP_IS_OVER);
  const giveBack = await refuseFlood("second step", account.id, account.passwordHash);
  let fits = true;
  // The code and the step are used up together with the session's beginning, or not at all.
  const spend = async (db: Db) => {
    if (!(await findSecondStep(db))) return null;
    const kind = await acceptCode(db, account.id, code);
    fits = kind !== null;
    if (kind === "recovery") await tellOfCodes(db, account.id, "recovery code used");
    return fits && (await takeStep(db, "second-step")) ? { noted: kind === "recovery" } : null;
  };
  const place = await signInHere(account, account.next, { spend });
  if (!fits) {
    if (!(await isFlood("misfit noted", account.id)))
      await asSystem((db) => noteEvent(db, account.id, "code did not fit"));
    throw new Refusal(DOES_NOT_FIT, "code");
  }
  // Over, or ended by the other press of the same form: that page tells the two apart.
  if (!place) return goTo(STEP_IS_OVER);
  await giveBack();
  await leaveStep("second-step");
  return goTo(place);
});

const STEP_IS_OVER = "/sign-in?again=1";

/** Shows a secret for an app. Nothing is asked of anybody until a first code has come back from it. */
export const beginCodes = accountAction(
  beginCodesForm,
  async (member, { currentPassword }) => {
    await requireProof(member, currentPassword);
    await beginNewSecret(member.id);
    return undefined;
  },
  { verified: true },
);

export const turnOnCodes = accountAction(
  turnOnForm,
  async ({ id }, { code }) => {
    const secret = await findNewSecret(id);
    const paper = await asSystem(async (db) => {
      if (await asksForCodes(db, id)) return null;
      if (!secret) throw new Refusal("This took more than a quarter of an hour. Please begin once more.");
      const step = stepOf(secret, code.replaceAll(/\s/g, ""), new Date());
      if (!step) throw new Refusal(DOES_NOT_FIT, "code");
      // Of two presses at once, one turns them on and has the paper.
      if (!(await keepAppSecret(db, id, secret, step))) return null;
      await tellOfCodes(db, id, "codes turned on");
      return makeRecoveryCodes(db, id);
    });
    await dropNewSecret();
    if (paper) await keepPaper(id, paper);
    return say("One-time codes are on.");
  },
  { verified: true },
);

export const replaceRecoveryCodes = accountAction(freshCodesForm, async (member, { currentPassword }) => {
  await requireProof(member, currentPassword);
  const paper = await asSystem(async (db) => {
    if (!(await asksForCodes(db, member.id)))
      throw new Refusal("One-time codes are off, so there are no recovery codes to make.");
    await tellOfCodes(db, member.id, "recovery codes made");
    return makeRecoveryCodes(db, member.id);
  });
  await keepPaper(member.id, paper);
  return undefined;
});

/** They are written down: this browser forgets them. */
export const putRecoveryCodesAway = accountAction(z.object({}), async () => {
  await dropPaper();
  return undefined;
});

export const turnOffCodes = accountAction(turnOffForm, async (member, { currentPassword, code }) => {
  await requireProof(member, currentPassword);
  const giveBack = await refuseFlood("second step", member.id);
  await asSystem(async (db) => {
    if (!(await asksForCodes(db, member.id))) return;
    if (!(await acceptCode(db, member.id, code))) throw new Refusal(DOES_NOT_FIT, "code");
    await db.oneTimeCodes.deleteMany({ where: { userId: member.id } });
    await db.recoveryCode.deleteMany({ where: { userId: member.id } });
    await tellOfCodes(db, member.id, "codes turned off");
  });
  await giveBack();
  await dropPaper();
  return say("One-time codes are off.");
});
