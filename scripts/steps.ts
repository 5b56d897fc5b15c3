import { readFileSync } from "node:fs";
import { Problem, wordsOf } from "./problem.ts";
import { commandLineOf, isAlive } from "./processes.ts";

/** Does one thing that takes a while, saying so before and how long it took after. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  process.stdout.write(`  ${title} ... `);
  try {
    const result = await work();
    process.stdout.write(`${secondsSince(began)}\n`);
    return result;
  } catch (error) {
    process.stdout.write("\n");
    throw error;
  }
}

/** "1.3 s", since a moment of `performance.now()`. */
export const secondsSince = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;

/**
 * Runs a command from beginning to end. What it opened with `closing` is closed in reverse order however
 * the end comes: done, failed, Ctrl-C, or the npm that started it gone. Ends the process.
 *
 * @param command answers with the exit code.
 */
export async function runCommand(command: (run: Run) => Promise<number>): Promise<never> {
  const closers: (() => unknown)[] = [];
  const stopped = new AbortController();
  // A terminal's Ctrl-C comes twice under npm, from the terminal and from npm: once is enough.
  const stop = () => stopped.abort(new Stopped());
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  const npm = findNpm();
  // Killed outright it forwards nothing, and there is nobody left to press Ctrl-C for.
  if (npm) setInterval(() => isThere(npm) || stop(), 500).unref();

  let code = 1;
  try {
    code = await command({ signal: stopped.signal, closing: (close) => void closers.push(close) });
  } catch (error) {
    if (error instanceof Stopped) {
      code = 0;
      console.log("\n  Stopping ...");
    } else if (error instanceof Problem) console.error(`\n${error.message}\n`);
    else console.error(error);
  }
  for (const close of closers.reverse()) {
    try {
      await close();
    } catch (error) {
      console.error(wordsOf(error));
      code = 1;
    }
  }
  process.exit(code);
}

export type Run = {
  /** Aborted when whoever started the command wants it to stop. */
  signal: AbortSignal;
  /** Has something closed at the end. */
  closing: (close: () => unknown) => void;
};

/** Why a command stops that was asked to. */
export class Stopped extends Error {}

/** Resolves never; throws once the command is asked to stop. */
export const untilStopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

// The npm that started this command: its parent, or its parent's parent where npm asks a shell to start it.
function findNpm(): number | undefined {
  if (!process.env.npm_lifecycle_event) return undefined;
  const isNpm = (pid: number) => /^(\S*node )?\S*npm\b/.test(commandLineOf(pid));
  return [process.ppid, parentOf(process.ppid)].find((pid) => pid !== undefined && isNpm(pid));
}

function parentOf(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  // After the name in brackets, which may hold anything: the state, then the parent.
  const [, parent] = /^.*\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
  return parent ? Number(parent) : undefined;
}

// One that has ended and that nobody has taken note of yet still has its number, but no command line.
const isThere = (pid: number) => (process.platform === "linux" ? commandLineOf(pid) !== "" : isAlive(pid));
