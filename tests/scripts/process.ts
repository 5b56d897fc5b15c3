import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { root } from "../../scripts/project.ts";

/** A folder of this test's own. */
export function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "onward-scripts-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Another process that runs this code with the scripts at hand, from when it has said "ready". */
export async function anotherProcess(code: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    cwd: path.join(root, "scripts"),
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  for await (const chunk of child.stdout ?? []) if (String(chunk).includes("ready")) return child;
  throw new Error("The other process ended before it was ready.");
}

/** Ends a process as a power cut would. */
export async function cutOff(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** Runs a command to its end, with an environment of its own. */
export async function outcomeOf(args: string[], cwd: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", NODE_ENV: "test", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, "close");
  return { code, said };
}
