"use server";
import { z } from "zod";
import { confirmedHere, resetHere } from "@/lib/accounts/claim-here";
import { confirmClaim, findAccountBehind, type Opened } from "@/lib/accounts/claims";
import { continueSignIn } from "@/lib/accounts/continue-sign-in";
import { keepLook } from "@/lib/accounts/look-cookie";
import { findHolder, spendLink } from "@/lib/accounts/mailed-links";
import { askForReset, countMail, mailConfirmation } from "@/lib/accounts/mails";
import { fitsPassword, keptOf } from "@/lib/accounts/password";
import { refuseGuessable } from "@/lib/accounts/password-strength";
import { requireWhoAsked } from "@/lib/accounts/prove";
import { replacePassword } from "@/lib/accounts/replace-password";
import { sayWhyNone } from "@/lib/accounts/rules";
import { forgotForm, joinForm, resetForm, settingsForm, signInForm, verifyForm } from "@/lib/accounts/schema";
import { tellMember } from "@/lib/accounts/tell-member";
import { dropOtherWaysIn } from "@/lib/accounts/ways-in";
import { asMember, asSystem } from "@/lib/db";
import { formAction, goTo, say, visitorAction } from "@/lib/form-action";
import { markKnown } from "@/lib/known-browser";
import { refuseFlood } from "@/lib/limits";
import { Refusal } from "@/lib/refusal";
import { noteEvent } from "@/lib/security-events/note-event";
import { dropSession, findSignedIn } from "@/lib/session";

/** The same for an address that is known here and for one that is not (docs/decisions/0004). */
export const join = visitorAction(joinForm, async ({ id, email, password, name, timeZone, next }) => {
  await refuseFlood("join", email);
  await refuseGuessable(password, [email, name]);
  // Whoever joins with an address that is known here and a password has tried that password.
  const giveBack = await refuseFlood("sign in", email);
  let mine = await findAccountBehind(email, password);
  let noted = false;
  const kept = await keptOf(email, password);
  if (!mine) {
    const counted = await countMail("verify", email);
    const account = { id, email, ...kept, name, timeZone, adultSaidAt: new Date() };
    const here = await asSystem(async (db) => {
      const { count } = await db.user.createMany({ data: account, skipDuplicates: true });
      if (count > 0) {
        await noteEvent(db, id, "joined");
        noted = true;
        await mailConfirmation(db, account, counted);
      }
      return db.user.findUniqueOrThrow({ where: { id }, select: { email: true, passwordHash: true } });
    });
    if (!noted) await counted.giveBack();
    // The same form, sent twice at once, finds its own account; anybody else's is not to be entered.
    const own =
      here.passwordHash === kept.passwordHash ||
      (here.email === email && (await fitsPassword(password, here.passwordHash)));
    if (!own) throw new Refusal("This form is out of date. Please reload the page and send it again.");
    mine = { id, passwordHash: here.passwordHash };
  }
  // One that opened an account fitted none before: it counts as the guess that it may have been.
  if (!noted) await giveBack();
  return goTo(await continueSignIn(mine, next, { noted }));
});

export const signIn = visitorAction(signInForm, async ({ email, password, next }) => {
  const giveBack = await refuseFlood("sign in", email);
  const account = await findAccountBehind(email, password);
  if (!account) {
    throw new Refusal("This e-mail address and password do not belong together. Please try once more.");
  }
  await giveBack();
  return goTo(await continueSignIn(account, next));
});

/** Asks for nothing, so that it also works where the session has ended already. */
export const signOut = visitorAction(z.object({}), async () => {
  const member = await findSignedIn();
  if (member) {
    const here = { id: member.sessionId, userId: member.id };
    await asMember(member.id, async (db) => {
      await db.session.updateMany({ where: here, data: { revokedAt: new Date() } });
      await noteEvent(db, member.id, "signed out");
    });
  }
  await dropSession();
  return goTo("/");
});

export const askForNewPassword = visitorAction(forgotForm, async ({ email }) => {
  await refuseFlood("forgotten password", email);
  // Nobody is looked up here: how long that takes would tell who has an account.
  await askForReset(email);
  return say(
    "If this address has an account here, a mail with a link is on its way. The link works for one hour, and so does each that came before it. An address gets six such mails an hour at most.",
  );
});

/** Holding the link proves the address, so it is confirmed too, and whoever else is signed in is not any more. */
export const setNewPassword = visitorAction(resetForm, async ({ token, password }) => {
  await refuseFlood("new password");
  const holder = await asSystem((db) => findHolder(db, token, "reset"));
  if (!holder) throw new Refusal(LINK_IS_GONE);
  const user = await resetHere(holder);
  await refuseGuessable(password, [user.email, user.name]);
  const kept = await keptOf(user.email, password);
  const changed = await asSystem(async (db) => {
    if (!(await spendLink(db, token, "reset", user.id))) return false;
    await replacePassword(db, user.id, kept);
    // Until now it may have been anybody's who typed this address: nothing that they left opens it, or bars it.
    if (!user.verifiedAt) await dropOtherWaysIn(db, user.id);
    await confirmClaim(db, user);
    await tellMember(db, user.id, "password reset", {
      subject: "Your password was changed",
      what: "A new password was just set for your account through a mailed link, and every device was signed out.",
    });
    return true;
  });
  // The second press of the same form has the password that the first one set: it signs in too.
  const opened = changed
    ? { id: user.id, passwordHash: kept.passwordHash }
    : await openedBy(user.id, password);
  if (!opened) throw new Refusal(LINK_IS_GONE);
  return goTo(await continueSignIn(opened, "/today", { noted: changed }));
});

const LINK_IS_GONE =
  "This link does not work any more: it was used, another one was, or its hour is over. Nothing was changed just now; please ask for a new link.";

async function openedBy(id: string, password: string): Promise<Opened | null> {
  const account = await asSystem((db) =>
    db.user.findUnique({ where: { id }, select: { id: true, passwordHash: true } }),
  );
  return (await fitsPassword(password, account?.passwordHash ?? null)) ? account : null;
}

/** Uses the link up and leads to its page, which says how it went. The link alone is not enough: see 0004. */
export const confirmAddress = visitorAction(verifyForm, async ({ token, password }) => {
  const holder = await asSystem((db) => findHolder(db, token, "verify"));
  if (holder) {
    const user = await confirmedHere(holder);
    await requireWhoAsked(user, password);
    const confirmed = await asSystem(
      async (db) => (await spendLink(db, token, "verify", user.id)) && (await confirmClaim(db, user)),
    );
    if (confirmed) await markKnown(user);
  }
  return goTo(`/verify/${token || "gone"}`);
});

/** Not in the member's own transaction: mailed links are for signing in alone, and no member may see them. */
export const sendConfirmationAgain = visitorAction(z.object({}), async () => {
  const member = await findSignedIn();
  if (!member) return goTo("/sign-in");
  if (member.verifiedAt) return say("Your e-mail address is confirmed already.");
  await refuseFlood("confirm again", member.id);
  const counted = await countMail("verify", member.email);
  const made = await asSystem((db) => mailConfirmation(db, member, counted));
  if (!("token" in made)) {
    await counted.giveBack();
    throw new Refusal(sayWhyNone(made));
  }
  return say(
    `A mail is on its way to ${member.email}. Its link works for 24 hours, and so does each that came before it. An address gets six such mails an hour at most.`,
  );
});

export const saveSettings = formAction(
  settingsForm,
  async (viewer, { name, timeZone, ...look }) => {
    await viewer.db.user.updateMany({ where: { id: viewer.id }, data: { name, timeZone, ...look } });
    await keepLook(look);
    return say("Your settings are saved.");
  },
  { whileSuspended: true },
);
