import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";

/**
 * Starts a program in a process group of its own. A terminal sends Ctrl-C to its whole foreground group,
 * and everything would then stop at once instead of in order.
 */
export function startProcess(command: string, args: string[], options: SpawnOptions): ChildProcess {
  return spawn(command, args, { windowsHide: true, detached: process.platform !== "win32", ...options });
}

/** Resolves with what a program says about its end once it has ended: "code 1" or "SIGKILL". */
export async function ended(child: ChildProcess): Promise<string> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.signalCode ?? `code ${child.exitCode}`;
}

/** Ends a program and what it started: first kindly, then after `patience` milliseconds without asking. */
export async function endProcess(child: ChildProcess, patience = 5_000): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const end = ended(child);
  signalGroup(child.pid, "SIGTERM");
  const force = setTimeout(() => signalGroup(child.pid as number, "SIGKILL"), patience);
  await end;
  clearTimeout(force);
}

function signalGroup(pid: number, signal: "SIGTERM" | "SIGKILL"): void {
  if (process.platform === "win32") spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"]);
  else {
    try {
      process.kill(-pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

/**
 * Runs a program to its end.
 *
 * @throws with everything it said when it fails.
 */
export async function runProcess(
  command: string,
  args: string[],
  options: SpawnOptions & { signal?: AbortSignal } = {},
): Promise<string> {
  const { signal, ...rest } = options;
  signal?.throwIfAborted();
  const child = startProcess(command, args, { stdio: ["ignore", "pipe", "pipe"], ...rest });
  const abort = () => void endProcess(child);
  signal?.addEventListener("abort", abort);
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  child.stderr?.on("data", (chunk) => (said += chunk));
  try {
    await once(child, "close");
  } finally {
    signal?.removeEventListener("abort", abort);
  }
  signal?.throwIfAborted();
  if (child.exitCode !== 0) throw new Error(said.trim() || `${command} ended with ${await ended(child)}.`);
  return said;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The command line of a running process, or "" where there is none or the system does not tell. */
export function commandLineOf(pid: number): string {
  if (process.platform === "win32") return "";
  if (process.platform === "linux") {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    } catch {
      return "";
    }
  }
  return spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
}

/** Asks again and again, a few dozen times a second, until there is an answer. */
export async function waitFor<T>(
  answer: () => T | Promise<T>,
  { within, otherwise }: { within: number; otherwise: () => Error },
): Promise<NonNullable<T>> {
  const deadline = performance.now() + within;
  for (;;) {
    const found = await answer();
    if (found) return found as NonNullable<T>;
    if (performance.now() > deadline) throw otherwise();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
