import "server-only";
import { tellMember } from "@/lib/accounts/tell-member";
import type { Db } from "@/lib/db";

const WORDS = {
  "codes turned on": {
    subject: "One-time codes are on",
    what: "One-time codes were just turned on for your account: signing in with your password asks for a code too.",
  },
  "codes turned off": {
    subject: "One-time codes are off",
    what: "One-time codes were just turned off for your account: your password alone signs you in again.",
  },
  "recovery codes made": {
    subject: "New recovery codes",
    what: "New recovery codes were just made for your account. The older ones do not work any more.",
  },
  "recovery code used": {
    subject: "A recovery code was used",
    what: "Somebody has just signed in to your account with one of its recovery codes. How many are left stands in Settings, where you can make new ones.",
  },
};

/** Notes what happened to a member's codes, and mails it to them. */
export const tellOfCodes = (db: Db, userId: string, kind: keyof typeof WORDS): Promise<void> =>
  tellMember(db, userId, kind, WORDS[kind]);
