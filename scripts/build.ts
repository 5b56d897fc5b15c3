// The build is made when the sources changed since the last one, and shared by everything that serves it.

import { createHash, hkdfSync } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Lock, takeLock } from "./lock.ts";
import { Problem, wordsOf } from "./problem.ts";
import { runProcess, waitFor } from "./processes.ts";
import { tool } from "./project.ts";
import { step } from "./steps.ts";

// What a build is made from. Migrations, policies, scripts and tests are not in it.
const SOURCES = ["app", "components", "lib", "public", "prisma/schema.prisma", "prisma/models"];
const ROOT_SOURCES =
  /^(next\.config|postcss\.config|proxy|instrumentation|tsconfig|package(-lock)?)[.\w-]*\.(ts|mjs|json)$/;

/** Loaded into what we start, so that it does not outlive us. */
export const LEAVE_WITH_PARENT = pathToFileURL(path.join(import.meta.dirname, "leave-with-parent.ts")).href;

/** Next's command line. Run with `tiedToUs` and an "ipc" channel, it ends when this process does. */
export function nextCommand(...args: string[]): [command: string, args: string[]] {
  const [node, rest] = tool("next", ...args);
  return [node, ["--import", LEAVE_WITH_PARENT, ...rest]];
}

export const tiedToUs = { ONWARD_LAUNCHER: String(process.pid), NEXT_TELEMETRY_DISABLED: "1" };

/** A short text that changes whenever what the build is made from does. */
export function hashSources(root: string): string {
  const hash = createHash("sha256");
  const atRoot = fs.readdirSync(root).filter((name) => ROOT_SOURCES.test(name));
  for (const place of [...SOURCES, ...atRoot].sort()) {
    for (const file of listFiles(root, place)) {
      hash.update(`${file.replaceAll("\\", "/")}\0`);
      hash.update(fs.readFileSync(path.join(root, file)));
    }
  }
  return hash.digest("hex");
}

function listFiles(root: string, place: string): string[] {
  if (place === path.join("lib", "generated")) return [];
  const stat = fs.statSync(path.join(root, place), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [place];
  const names = fs.readdirSync(path.join(root, place)).sort();
  return names.flatMap((name) => listFiles(root, path.join(place, name)));
}

/** Makes the generated Prisma client fit the schema. */
export async function ensureClient(root: string, signal?: AbortSignal): Promise<void> {
  const stamp = path.join(cache(root), "client-of");
  const schema = createHash("sha256");
  for (const place of ["prisma/schema.prisma", "prisma/models", "package-lock.json"]) {
    for (const file of listFiles(root, place)) schema.update(fs.readFileSync(path.join(root, file)));
  }
  const state = schema.digest("hex");
  const known = fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === state;
  if (known && fs.existsSync(path.join(root, "lib/generated/client.ts"))) return;
  const [command, args] = tool("prisma", "generate");
  await runProcess(command, args, { cwd: root, ...(signal && { signal }) });
  fs.writeFileSync(stamp, state);
}

/**
 * Builds when needed. The lock that comes back keeps the build from being replaced while it is served.
 *
 * @param secret that several machines share: what they build from it takes each other's forms. Without one,
 *   any build of these sources will do.
 * @throws Problem when the build fails, or while another process serves an older one from this folder.
 */
export async function ensureBuild(root: string, signal: AbortSignal, secret?: string): Promise<Lock> {
  const building = path.join(cache(root), "building");
  const turn =
    takeLock(building) ??
    (await step("Waiting for another build in this folder", () =>
      waitFor(() => signal.aborted || takeLock(building), {
        within: 600_000,
        otherwise: () => new Problem("Another build in this folder has not ended within ten minutes."),
      }),
    ));
  signal.throwIfAborted();
  if (turn === true) throw signal.reason;
  try {
    const key = secret && keyOfForms(secret);
    if (!isFresh(root, key)) await build(root, signal, key);
    const serving = takeLock(path.join(cache(root), "serving"), "shared");
    if (!serving) throw new Problem("Another process is replacing this build. Try again.");
    return serving;
  } finally {
    turn.release();
  }
}

const buildId = (root: string) => path.join(root, ".next", "BUILD_ID");
const stampOf = (root: string) => path.join(root, ".next", "built-from");

// Next names and seals what its forms carry with a key: by chance, or from here.
const keyOfForms = (secret: string): string =>
  Buffer.from(hkdfSync("sha256", secret, "onward", "server actions", 32)).toString("base64");

const stampFor = (root: string, key: string | undefined): string =>
  key ? `${hashSources(root)} ${createHash("sha256").update(key).digest("hex")}` : hashSources(root);

function isFresh(root: string, key: string | undefined): boolean {
  if (!fs.existsSync(buildId(root)) || !fs.existsSync(stampOf(root))) return false;
  const stamp = fs.readFileSync(stampOf(root), "utf8");
  return key ? stamp === stampFor(root, key) : stamp.split(" ")[0] === hashSources(root);
}

async function build(root: string, signal: AbortSignal, key: string | undefined): Promise<void> {
  const replacing = takeLock(path.join(cache(root), "serving"));
  if (!replacing) {
    throw new Problem(
      "The source has changed, and Onward is still serving the build before it from this folder.\nStop it first (Ctrl-C where it runs).",
    );
  }
  try {
    // Gone before the work begins: a build that breaks or is interrupted counts as none.
    for (const sign of [stampOf(root), buildId(root)]) fs.rmSync(sign, { force: true });
    const state = stampFor(root, key);
    await step("Building (a minute or two; again only when the source changes)", async () => {
      await ensureClient(root, signal);
      const [command, args] = nextCommand("build");
      await runProcess(command, args, {
        cwd: root,
        env: {
          ...process.env,
          ...tiedToUs,
          ...(key && { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key }),
          NODE_ENV: "production",
        },
        stdio: ["ignore", "pipe", "pipe", "ipc"],
        signal,
      }).catch((error) => {
        signal.throwIfAborted();
        throw new Problem(`The build failed:\n\n${wordsOf(error)}`);
      });
    });
    if (!fs.existsSync(buildId(root)))
      throw new Problem("The build ended before it was complete. Try again.");
    fs.writeFileSync(stampOf(root), state);
  } finally {
    replacing.release();
  }
}

function cache(root: string): string {
  const folder = path.join(root, ".cache");
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}
