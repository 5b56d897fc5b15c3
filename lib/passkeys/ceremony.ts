import "server-only";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { COSEALG } from "@simplewebauthn/server/helpers";
import { z } from "zod";
import { env } from "@/lib/env";

/*
 * What is asked of a passkey, and whether its answer holds. An answer was written by a browser, or by anybody:
 * whatever is wrong with it, it is simply none.
 */

const MINUTES_TO_ANSWER = 5;
const timeout = MINUTES_TO_ANSWER * 60_000;

/** Passkeys belong to a name, without protocol and port. */
const place = () => ({ rpID: new URL(env().ONWARD_URL).hostname });
const expected = (challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: env().ONWARD_URL,
  expectedRPID: place().rpID,
  requireUserVerification: true,
});

/** What it may sign with. Named, since asking Node what else it knows draws a warning about experiments. */
const supportedAlgorithmIDs = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256];

/** Who a passkey says it belongs to: the account's id. */
const handleOf = (userId: string) => new TextEncoder().encode(userId);

export const askForNew = (
  { id, email }: { id: string; email: string },
  known: { id: string; transports: string[] }[],
) =>
  generateRegistrationOptions({
    ...place(),
    rpName: "Onward",
    userName: email,
    userID: handleOf(id),
    attestationType: "none",
    supportedAlgorithmIDs,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    timeout,
  });

/** Which passkey it shall be, the browser asks its owner: nobody has to say who they are. */
export const askForAny = () =>
  generateAuthenticationOptions({ ...place(), userVerification: "required", timeout });

const base64url = z.base64url().max(20_000);
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}),
};

const newAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(32)).max(10).catch([]).default([]),
  }),
});

const knownAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url,
  }),
});
type KnownAnswer = z.infer<typeof knownAnswer>;

/** The new passkey in an answer to `askForNew`, or null. */
export async function readNew(text: string, challenge: string) {
  try {
    const response = newAnswer.parse(JSON.parse(text));
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      ...expected(challenge),
      supportedAlgorithmIDs,
    });
    if (!registrationInfo) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { id, publicKey, counter: BigInt(counter), transports: response.response.transports };
  } catch {
    return null;
  }
}

/** An answer to `askForAny`, or null. It names a passkey; whether it is from that one, `readCount` finds out. */
export function readAnswer(text: string): KnownAnswer | null {
  try {
    return knownAnswer.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** How often the passkey was used by its own count, if it gave this answer to this question; null if not. */
export async function readCount(
  answer: KnownAnswer,
  challenge: string,
  passkey: { id: string; userId: string; publicKey: Uint8Array },
): Promise<bigint | null> {
  if (answer.response.userHandle !== Buffer.from(handleOf(passkey.userId)).toString("base64url")) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      ...expected(challenge),
      // The count is compared by the one statement that keeps it.
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
    });
    return verified ? BigInt(authenticationInfo.newCounter) : null;
  } catch {
    return null;
  }
}
