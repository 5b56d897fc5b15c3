import "server-only";
import * as openid from "openid-client";
import { z } from "zod";
import { env } from "@/lib/env";
import { settingsOf } from "@/lib/providers/providers";

/*
 * The conversation with a provider, all of it checked by openid-client: PKCE, state, nonce, issuer, audience,
 * times, the signature of what it says. Two do not speak plain OpenID: LinkedIn answers no nonce and refuses
 * PKCE, and GitHub has no ID token, so there we ask its API who somebody is.
 */

const QUIRKS: Record<string, { plain?: true; noNonce?: true }> = {
  linkedin: { plain: true, noNonce: true },
  github: { noNonce: true },
};

/** What has to be known again when somebody comes back. */
export type Secrets = { state: string; nonce?: string; verifier?: string };

/** Who somebody is there; their address only if the provider says that it has verified it. */
export type Told = { subject: string; email: string | null };

const PATIENCE_SECONDS = 4;
const REMEMBERED_MS = 3_600_000;

const kept = new Map<string, { config: Promise<openid.Configuration>; until: number }>();

/** Where a browser is sent, and what to remember of it meanwhile. Null for a provider that is not set up. */
export async function greet(provider: string): Promise<{ url: URL; secrets: Secrets } | null> {
  const config = await configOf(provider);
  if (!config) return null;
  const { plain, noNonce } = QUIRKS[provider] ?? {};
  const verifier = openid.randomPKCECodeVerifier();
  const secrets: Secrets = {
    state: openid.randomState(),
    ...(!noNonce && { nonce: openid.randomNonce() }),
    ...(!plain && { verifier }),
  };
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: callbackOf(provider),
    scope: provider === "github" ? "read:user user:email" : "openid email",
    state: secrets.state,
    ...(secrets.nonce && { nonce: secrets.nonce }),
    ...(secrets.verifier && {
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    }),
  });
  return { url, secrets };
}

/**
 * What the provider says of whoever came back with this query.
 *
 * @throws whatever openid-client finds wrong with it.
 */
export async function hear(provider: string, query: URLSearchParams, secrets: Secrets): Promise<Told> {
  const config = await configOf(provider);
  if (!config) throw new Error("This provider is not set up any more.");
  const here = new URL(callbackOf(provider));
  here.search = query.toString();
  const tokens = await openid.authorizationCodeGrant(config, here, {
    expectedState: secrets.state,
    ...(secrets.nonce && { expectedNonce: secrets.nonce }),
    ...(secrets.verifier && { pkceCodeVerifier: secrets.verifier }),
    idTokenExpected: provider !== "github",
  });
  if (provider === "github") return askGitHub(config, tokens.access_token);
  const claims = tokens.claims();
  const more =
    claims && config.serverMetadata().userinfo_endpoint
      ? await openid.fetchUserInfo(config, tokens.access_token, claims.sub)
      : {};
  // An address counts only together with what the same answer says of it.
  const { sub, email, email_verified } = person.parse("email" in more ? more : claims);
  return { subject: sub, email: email_verified ? (email ?? null) : null };
}

/** Whether the provider itself said no: somebody changed their mind there. */
export const isDenial = (error: unknown): boolean =>
  error instanceof openid.AuthorizationResponseError && error.error === "access_denied";

/** Whether the provider could not be reached, as against having said something wrong. */
export const isAway = (error: unknown): boolean => {
  const { name, code } = error as { name?: string; code?: string };
  return (
    error instanceof TypeError ||
    name === "TimeoutError" ||
    code === "OAUTH_TIMEOUT" ||
    code === "OAUTH_RESPONSE_IS_NOT_CONFORM"
  );
};

const callbackOf = (provider: string): string => `${env().ONWARD_URL}/api/auth/${provider}/callback`;

const subject = z.string().regex(/^[^\p{Cc}]{1,255}$/u);
const address = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email().max(254));

const person = z.object({
  sub: subject,
  email: address.optional().catch(undefined),
  // Some say it as a word.
  email_verified: z
    .union([z.literal(true), z.literal("true")])
    .optional()
    .catch(undefined),
});

const gitHubUser = z.object({ id: z.number().int() });
const gitHubAddresses = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

async function askGitHub(config: openid.Configuration, token: string): Promise<Told> {
  const { issuer } = config.serverMetadata();
  const { origin } = new URL(issuer);
  const api = origin === "https://github.com" ? "https://api.github.com" : `${origin}/api/v3`;
  const ask = async (path: string): Promise<unknown> => {
    const answer = await openid.fetchProtectedResource(config, token, new URL(api + path), "GET");
    if (!answer.ok) throw new TypeError(`GitHub answers ${answer.status}.`);
    return answer.json();
  };
  const [user, addresses] = await Promise.all([ask("/user"), ask("/user/emails")]);
  const own = gitHubAddresses.parse(addresses).find(({ primary, verified }) => primary && verified);
  return {
    subject: String(gitHubUser.parse(user).id),
    email: address.safeParse(own?.email).data ?? null,
  };
}

/** What a provider says of itself, remembered for an hour. */
function configOf(provider: string): Promise<openid.Configuration> | null {
  const known = kept.get(provider);
  if (known && known.until > Date.now()) return known.config;
  const settings = settingsOf(provider);
  if (!settings) return null;
  const { ISSUER: issuer, CLIENT_ID: id, CLIENT_SECRET: secret } = settings;
  // At home and in tests; lib/env.ts takes no other address without TLS.
  const execute = issuer.startsWith("http:") ? [openid.allowInsecureRequests] : [];
  const config =
    provider === "github"
      ? Promise.resolve(gitHub(issuer, id, secret, execute))
      : openid.discovery(new URL(issuer), id, secret, undefined, {
          timeout: PATIENCE_SECONDS,
          execute: [...execute, openid.enableNonRepudiationChecks],
        });
  kept.set(provider, { config, until: Date.now() + REMEMBERED_MS });
  config.catch(() => kept.delete(provider));
  return config;
}

function gitHub(
  issuer: string,
  id: string,
  secret: string,
  execute: ((config: openid.Configuration) => void)[],
): openid.Configuration {
  const config = new openid.Configuration(
    { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/access_token` },
    id,
    secret,
  );
  config.timeout = PATIENCE_SECONDS;
  for (const adapt of execute) adapt(config);
  return config;
}
