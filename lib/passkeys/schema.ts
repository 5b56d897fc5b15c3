import { z } from "zod";
import { pathHere } from "@/lib/accounts/rules";
import { proof } from "@/lib/accounts/schema";
import { line } from "@/lib/form-fields";

/** What the browser says, as JSON. Only the check of its signature understands it (lib/passkeys/ceremony.ts). */
const answer = z.string().max(20_000).catch("").default("");

/** A credential's id, in base64url. */
const id = z.string().regex(/^[\w-]{1,1400}$/, "This form is out of date. Please reload the page.");

const name = line("Please give it a name that tells you which one it is.", 60);

export const beginPasskeyForm = z.object({ currentPassword: proof });

export const addPasskeyForm = z.object({ name, answer });

export const namePasskeyForm = z.object({ passkeyId: id, name });

export const takeOutPasskeyForm = z.object({ passkeyId: id, currentPassword: proof });

export const signInWithPasskeyForm = z.object({
  answer,
  next: z.string().optional().catch(undefined).transform(pathHere),
});
