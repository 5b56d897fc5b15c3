"use server";
import { fitsPassword, keptOf } from "@/lib/accounts/password";
import { refuseGuessable } from "@/lib/accounts/password-strength";
import { requireProof } from "@/lib/accounts/prove";
import { replacePassword } from "@/lib/accounts/replace-password";
import { tellMember } from "@/lib/accounts/tell-member";
import { asSystem } from "@/lib/db";
import { accountAction, goTo } from "@/lib/form-action";
import { changePasswordForm } from "@/lib/passwords/schema";
import { Refusal } from "@/lib/refusal";

/** Every other device is signed out with it. A first password comes by a mailed link alone. */
export const changePassword = accountAction(
  changePasswordForm,
  async (member, { currentPassword, password }) => {
    await refuseGuessable(password, [member.email, member.name]);
    // The second press of the same form finds the password that the first one set.
    const former = await requireProof(member, currentPassword, { orAlready: password });
    if (former === null) {
      throw new Refusal("You have no password yet. Please ask for a link by mail: that sets your first one.");
    }
    if (password === currentPassword) {
      throw new Refusal(
        "This is your password already, so nothing was changed. Please choose another one; to sign other devices out alone, go to “Where you are signed in”.",
        "password",
      );
    }
    if (!(await fitsPassword(password, former))) {
      const kept = await keptOf(member.email, password);
      await asSystem(async (db) => {
        await replacePassword(db, member.id, kept, { former, except: member.sessionId });
        await tellMember(db, member.id, "password changed", {
          subject: "Your password was changed",
          what: "The password of your account was just changed, and every other device was signed out.",
        });
      });
    }
    return goTo("/settings/sign-in?changed=password");
  },
);
