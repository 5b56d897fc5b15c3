"use server";
import { z } from "zod";
import { holdAddress, isTaken } from "@/lib/accounts/claims";
import { endSessions } from "@/lib/accounts/end-sessions";
import { holdAccount } from "@/lib/accounts/hold-account";
import { dropLinks, findNewAddress, makeLink, spendLink } from "@/lib/accounts/mailed-links";
import { countMail, mailCounted } from "@/lib/accounts/mails";
import { requireProof, requireWhoAsked } from "@/lib/accounts/prove";
import { sayWhyNone } from "@/lib/accounts/rules";
import { addressIsTaken, addressWasChanged, confirmNewAddress } from "@/lib/addresses/mails";
import { changeAddressForm, newAddressForm } from "@/lib/addresses/schema";
import { asSystem } from "@/lib/db";
import { accountAction, goTo, say, visitorAction } from "@/lib/form-action";
import { markKnown } from "@/lib/known-browser";
import { refuseFlood } from "@/lib/limits";
import { queueMail } from "@/lib/mail";
import { Refusal } from "@/lib/refusal";
import { noteEvent } from "@/lib/security-events/note-event";
import { findSignedIn } from "@/lib/session";

/** Mails a link to the new address. The answer is the same whether it has an account here or not. */
export const changeAddress = accountAction(changeAddressForm, async (member, { email, currentPassword }) => {
  if (email === member.email) throw new Refusal("This is your address already.", "email");
  await requireProof(member, currentPassword);
  await refuseFlood("confirm again", member.id);
  const counted = await countMail("change_email", email);
  const made = await asSystem(async (db) => {
    const made = await makeLink(db, member.id, "change_email", email);
    if (!("token" in made)) return made;
    const taken = await isTaken(db, { id: member.id, email });
    await mailCounted(db, counted, taken ? addressIsTaken(email) : confirmNewAddress(email, made.token));
    await noteEvent(db, member.id, "e-mail change asked");
    return made;
  });
  if (!("token" in made)) {
    await counted.giveBack();
    throw new Refusal(sayWhyNone(made));
  }
  return say(
    `A mail with a link is on its way to ${email}. Until you follow it, your address stays ${member.email}.`,
  );
});

/** The address that waits for its link does so no longer: whoever follows it finds that it is gone. */
export const leaveNewAddress = accountAction(z.object({}), async (member) => {
  await asSystem(async (db) => {
    if ((await dropLinks(db, member.id, ["change_email"])) > 0)
      await noteEvent(db, member.id, "e-mail change dropped");
  });
  return say(`Your address stays ${member.email}.`);
});

/**
 * Uses the link up and leads to its page, which says how it went. Links to the old address end with it,
 * and every session but one in which the link was followed. The link alone is not enough: see 0004.
 */
export const takeNewAddress = visitorAction(newAddressForm, async ({ token, password }) => {
  const account = await asSystem((db) => findNewAddress(db, token));
  if (account) await requireWhoAsked(account, password);
  const here = await findSignedIn();
  const taken = await asSystem(async (db) => {
    const found = await findNewAddress(db, token);
    if (!found) return null;
    await holdAccount(db, found.id);
    if (!(await holdAddress(db, found))) return null;
    if (!(await spendLink(db, token, "change_email", found.id))) return null;
    const { id, email, former } = found;
    await db.user.updateMany({ where: { id }, data: { email, verifiedAt: new Date(), claimTag: null } });
    await dropLinks(db, id, ["verify", "reset", "change_email"]);
    await endSessions(db, id, here?.sessionId);
    await noteEvent(db, id, "e-mail changed");
    if (former) await queueMail(db, addressWasChanged(former));
    return found;
  });
  if (taken) await markKnown(taken);
  return goTo(`/new-address/${token || "gone"}`);
});
