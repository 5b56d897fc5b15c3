import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/*
 * Providers to sign in through, for tests: "Lantern" is a real one (oidc-provider), at which anybody is whom they
 * say. "Crooked" says whatever its code tells it to, signed or not, and "GitHub" answers as GitHub's API does.
 */

const CLIENT = "onward";
const secret = randomBytes(16).toString("hex");
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** @param site where the app under test is. */
export async function startProviders(
  site: string,
): Promise<{ env: Record<string, string>; stop: () => Promise<void> }> {
  const lantern = await listen((own) => atLantern(own, site));
  const others = await listen((own) => atOthers(own));
  const of = (key: string, issuer: string, name: string) => ({
    [`ONWARD_OPENID_${key}_ISSUER`]: issuer,
    [`ONWARD_OPENID_${key}_CLIENT_ID`]: CLIENT,
    [`ONWARD_OPENID_${key}_CLIENT_SECRET`]: secret,
    [`ONWARD_OPENID_${key}_NAME`]: name,
  });
  return {
    env: {
      ...of("LANTERN", lantern.address, "Lantern"),
      ...of("CROOKED", `${others.address}/crooked`, "Crooked"),
      ...of("GITHUB", `${others.address}/login/oauth`, "GitHub"),
    },
    stop: async () => {
      for (const { server } of [lantern, others]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

async function listen(
  answers: (address: string) => RequestListener,
): Promise<{ server: Server; address: string }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on("request", answers(address));
  return { server, address };
}

type Person = { email: string; email_verified: boolean };

function atLantern(own: string, site: string): RequestListener {
  const people = new Map<string, Person>();
  const provider = new Provider(own, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: secret,
        token_endpoint_auth_method: "client_secret_post",
        redirect_uris: [`${site}/api/auth/lantern/callback`],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/who/${uid}` },
    cookies: { keys: [secret] },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  const standard = provider.callback();
  return async (request, response) => {
    if (!request.url?.startsWith("/who/")) return void standard(request, response);
    if (request.method !== "POST") return void response.setHeader("Content-Type", "text/html").end(WHO);
    const said = await fieldsOf(request);
    if (said.has("no")) return provider.interactionFinished(request, response, { error: "access_denied" });
    const accountId = said.get("who") ?? "";
    people.set(accountId, { email: said.get("email") ?? "", email_verified: said.has("verified") });
    const grant = new provider.Grant({ accountId, clientId: CLIENT });
    grant.addOIDCScope("openid email");
    await provider.interactionFinished(request, response, {
      login: { accountId },
      consent: { grantId: await grant.save() },
    });
  };
}

const WHO = `<!doctype html><title>Lantern</title><h1>Who are you?</h1><form method="post">
<label>Name <input name="who"></label> <label>E-mail <input name="email"></label>
<label>Confirmed <input type="checkbox" name="verified" checked></label>
<button>That is me</button> <button name="no">Rather not</button></form>`;

/** What the others do is written in the code (or token) that they get: JSON in base64url. */
type Told = {
  claims?: Record<string, unknown>;
  unsigned?: boolean;
  status?: number;
  user?: unknown;
  emails?: unknown;
};
const readTold = (code: string): Told => JSON.parse(Buffer.from(code, "base64url").toString());

function atOthers(own: string): RequestListener {
  return async (request, response) => {
    const path = request.url ?? "";
    const json = (body: unknown, status = 200) => {
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    };
    const bearer = () => request.headers.authorization?.replace(/^Bearer /, "") ?? "";
    switch (path) {
      case "/crooked/.well-known/openid-configuration":
        return json({
          issuer: `${own}/crooked`,
          authorization_endpoint: `${own}/crooked/auth`,
          token_endpoint: `${own}/crooked/token`,
          jwks_uri: `${own}/crooked/keys`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
        });
      case "/crooked/keys":
        return json({ keys: [{ ...publicKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] });
      case "/crooked/token": {
        const told = readTold((await fieldsOf(request)).get("code") ?? "");
        const now = Math.floor(Date.now() / 1000);
        const claims = { iss: `${own}/crooked`, aud: CLIENT, iat: now, exp: now + 300, ...told.claims };
        return json(
          { access_token: "x", token_type: "bearer", id_token: tokenOf(claims, told.unsigned) },
          told.status,
        );
      }
      case "/login/oauth/access_token":
        return json({ access_token: (await fieldsOf(request)).get("code"), token_type: "bearer" });
      case "/api/v3/user":
        return json(readTold(bearer()).user);
      case "/api/v3/user/emails":
        return json(readTold(bearer()).emails);
      default:
        return json({}, 404);
    }
  };
}

function tokenOf(claims: Record<string, unknown>, unsigned = false): string {
  const part = (content: unknown) => Buffer.from(JSON.stringify(content)).toString("base64url");
  const content = `${part({ alg: "RS256" })}.${part(claims)}`;
  const signature = unsigned ? randomBytes(256) : sign("sha256", Buffer.from(content), privateKey);
  return `${content}.${signature.toString("base64url")}`;
}

async function fieldsOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = "";
  for await (const piece of request) body += piece;
  return new URLSearchParams(body);
}
