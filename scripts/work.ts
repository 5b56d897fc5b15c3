// The worker does what nobody should have to wait for: lib/jobs, run from its source, beside what is served.

import type { ChildProcess, StdioOptions } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { LEAVE_WITH_PARENT, tiedToUs } from "./build.ts";
import { ended, endProcess, startProcess } from "./processes.ts";
import { root } from "./project.ts";

const SOURCES = pathToFileURL(path.join(import.meta.dirname, "sources.ts")).href;

const [SHORTEST, LONGEST] = [1_000, 30_000];

/** How long a worker may take to finish what it is doing. */
export const PATIENCE = 15_000;

/**
 * Runs a worker until it is stopped. One that ends by itself is started again: at once after a good while,
 * and after longer and longer pauses when it cannot stay.
 *
 * @param log a file for what it says; without one it speaks at the terminal.
 */
export function keepWorking(
  env: Record<string, string>,
  { log }: { log?: string } = {},
): { stop: () => Promise<void> } {
  let child: ChildProcess;
  let stopping = false;
  let pause = SHORTEST;
  let waiting: NodeJS.Timeout | undefined;

  const start = async () => {
    const began = performance.now();
    child = startWorker(env, log);
    const how = await ended(child);
    if (stopping) return;
    if (performance.now() - began > 2 * LONGEST) pause = SHORTEST;
    console.error(`  The worker has ended by itself (${how}). It starts again in ${pause / 1000} s.`);
    waiting = setTimeout(start, pause);
    pause = Math.min(2 * pause, LONGEST);
  };
  void start();
  return {
    stop: async () => {
      stopping = true;
      clearTimeout(waiting);
      await endProcess(child, PATIENCE);
    },
  };
}

/** One worker, which leaves with this process. */
export const startWorker = (env: Record<string, string>, log?: string): ChildProcess =>
  runFromSource("lib/jobs/worker.ts", env, log);

/** A program of lib, run from its source, which leaves with this process. */
export function runFromSource(program: string, env: Record<string, string>, log?: string): ChildProcess {
  // With the condition under which "server-only" lets itself be imported.
  const loaded = ["--import", LEAVE_WITH_PARENT, "--import", SOURCES];
  const args = ["--conditions=react-server", ...loaded, path.join(root, program)];
  const output = log ? fs.openSync(log, "a") : "inherit";
  const stdio: StdioOptions = ["ignore", output, output, "ipc"];
  const child = startProcess(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, ...tiedToUs },
    stdio,
  });
  if (typeof output === "number") fs.closeSync(output);
  return child;
}
