import { freshId } from "@/lib/ids";
import { PASSWORD } from "../factories";
import { aPasskey } from "../factories-of-accounts";
import { everyone, type Rows } from "./row";

/* Ways in beside the password: passkeys, providers and one-time codes. */

const verified = { "signed out": "sign in", unverified: "no", anyoneElse: "done" } as const;

const nobodyYet = { "signed out": "sign in", anyoneElse: "no" } as const;

export const rowsOfWaysIn: Rows = {
  "passkeys/beginPasskey": { row: verified, fields: () => ({ currentPassword: PASSWORD }) },
  "passkeys/addPasskey": { row: nobodyYet, fields: () => ({ name: "My phone", answer: "{}" }) },
  "passkeys/namePasskey": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => ({ passkeyId: (await aPasskey(author)).id, name: "My phone" }),
  },
  "passkeys/takeOutPasskey": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => ({
      passkeyId: (await aPasskey(author)).id,
      currentPassword: PASSWORD,
    }),
  },
  "passkeys/beginPasskeySignIn": { row: { anyoneElse: "done" }, fields: () => ({}) },
  "passkeys/signInWithPasskey": { row: { anyoneElse: "no" }, fields: () => ({ answer: "{}" }) },
  // No provider has introduced anybody.
  "providers/joinThroughProvider": {
    row: { anyoneElse: "no" },
    fields: () => ({ id: freshId(), name: "Tern", adult: true, timeZone: "UTC" }),
  },
  "providers/linkProvider": {
    row: { "signed out": "sign in", anyoneElse: "no" },
    fields: () => ({ currentPassword: PASSWORD }),
  },
  "providers/unlinkProvider": {
    row: everyone,
    fields: () => ({ provider: "lantern", currentPassword: PASSWORD }),
  },
  "one-time-codes/takeSecondStep": {
    // Nobody is in the middle of signing in: all are led back to the first step.
    row: { anyoneElse: "sign in" },
    fields: () => ({ code: "123456" }),
  },
  "one-time-codes/beginCodes": { row: verified, fields: () => ({ currentPassword: PASSWORD }) },
  // Nobody's browser has begun to set them up.
  "one-time-codes/turnOnCodes": { row: nobodyYet, fields: () => ({ code: "123456" }) },
  "one-time-codes/replaceRecoveryCodes": { row: nobodyYet, fields: () => ({ currentPassword: PASSWORD }) },
  "one-time-codes/putRecoveryCodesAway": { row: everyone, fields: () => ({}) },
  // Off already: nothing is left to do.
  "one-time-codes/turnOffCodes": {
    row: everyone,
    fields: () => ({ currentPassword: PASSWORD, code: "123456" }),
  },
};
