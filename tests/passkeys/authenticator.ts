import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { cose, isoCBOR } from "@simplewebauthn/server/helpers";
import { env } from "@/lib/env";

/*
 * A passkey in software: what a phone or a security key does, with everything that can go wrong in it at hand
 * (WebAuthn Level 3, section 6).
 */

/** How an answer may differ from an honest one. */
type Twist = {
  origin?: string;
  rpId?: string;
  type?: string;
  challenge?: string;
  counter?: number;
  /** Whether it has looked at a face, a finger or a PIN. */
  verified?: boolean;
  userHandle?: string;
};

const PRESENT = 1;
const VERIFIED = 4;
const HOLDS_KEY = 64;

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url");

export function anAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  let handle = "";
  let uses = 0;

  const clientData = (type: string, challenge: string, twist: Twist) =>
    Buffer.from(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? challenge,
        origin: twist.origin ?? env().ONWARD_URL,
        crossOrigin: false,
      }),
    );

  function authenticatorData(twist: Twist, counter: number, credential = Buffer.alloc(0)) {
    const verified = (twist.verified ?? true) ? VERIFIED : 0;
    const head = Buffer.alloc(5);
    head.writeUInt8(PRESENT | verified | (credential.length > 0 ? HOLDS_KEY : 0), 0);
    head.writeUInt32BE(twist.counter ?? counter, 1);
    return Buffer.concat([sha256(twist.rpId ?? new URL(env().ONWARD_URL).hostname), head, credential]);
  }

  function ownKey() {
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const key = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [cose.COSEKEYS.kty, cose.COSEKTY.EC2],
        [cose.COSEKEYS.alg, cose.COSEALG.ES256],
        [cose.COSEKEYS.crv, cose.COSECRV.P256],
        [cose.COSEKEYS.x, new Uint8Array(Buffer.from(x, "base64url"))],
        [cose.COSEKEYS.y, new Uint8Array(Buffer.from(y, "base64url"))],
      ]),
    );
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    return Buffer.concat([Buffer.alloc(16), length, id, key]);
  }

  const answerWith = (response: Record<string, unknown>) =>
    JSON.stringify({
      id: base64url(id),
      rawId: base64url(id),
      type: "public-key",
      clientExtensionResults: {},
      response,
    });

  return {
    id: base64url(id),

    /** Answers to a question for a new passkey. */
    make(question: { challenge: string; user: { id: string } }, twist: Twist = {}): string {
      handle = question.user.id;
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authenticatorData(twist, 0, ownKey()))],
      ]);
      return answerWith({
        clientDataJSON: base64url(clientData("webauthn.create", question.challenge, twist)),
        attestationObject: base64url(isoCBOR.encode(attestation as never)),
        transports: ["internal"],
      });
    },

    /** Answers to a question for one that is known. */
    answer(question: { challenge: string }, twist: Twist = {}): string {
      const data = authenticatorData(twist, ++uses);
      const client = clientData("webauthn.get", question.challenge, twist);
      return answerWith({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(sign("sha256", Buffer.concat([data, sha256(client)]), privateKey)),
        userHandle: twist.userHandle ?? handle,
      });
    },
  };
}
