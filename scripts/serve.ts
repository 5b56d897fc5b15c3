import type { StdioOptions } from "node:child_process";
import fs from "node:fs";
import { nextCommand, tiedToUs } from "./build.ts";
import { Problem } from "./problem.ts";
import { ended, endProcess, startProcess, waitFor } from "./processes.ts";
import { root } from "./project.ts";

/**
 * How far the heap of the server may grow, in megabytes. Left to itself, V8 lets it grow while there is room, on a
 * large machine to over 600 MB: Onward lives in a fifth of that, and whatever else runs there wants room too.
 */
const MOST_HEAP = 512;

export type Server = {
  pid: number;
  /** Resolves when the server has ended, wanted or not. */
  ended: Promise<string>;
  stop: () => Promise<void>;
};

/**
 * Serves Onward on 127.0.0.1 and waits until it is well: /api/health answers.
 *
 * @param log a file for what the server says; without one it speaks at the terminal.
 */
export async function serve(
  mode: "start" | "dev",
  port: number,
  env: Record<string, string>,
  { signal, log }: { signal: AbortSignal; log?: string },
): Promise<Server> {
  const [command, args] = nextCommand(mode, "--hostname", "127.0.0.1", "--port", String(port));
  // Whoever runs the place may know better.
  if (mode === "start" && !process.env.NODE_OPTIONS?.includes("--max-old-space-size"))
    args.unshift(`--max-old-space-size=${MOST_HEAP}`);
  const output = log ? fs.openSync(log, "a") : "inherit";
  const stdio: StdioOptions = ["ignore", output, output, "ipc"];
  const child = startProcess(command, args, {
    cwd: root,
    env: { ...process.env, ...env, ...tiedToUs },
    stdio,
  });
  if (typeof output === "number") fs.closeSync(output);
  const end = ended(child);
  let over = false;
  void end.then(() => (over = true));

  try {
    await waitFor(() => over || signal.aborted || isWell(port), {
      within: 120_000,
      otherwise: () => new Problem("The server is up, but /api/health does not say that it is well."),
    });
    signal.throwIfAborted();
    if (over) {
      const why = log ? `:\n${fs.readFileSync(log, "utf8")}` : ".";
      throw new Problem(`The server ended before it was ready (${await end})${why}`);
    }
  } catch (error) {
    await endProcess(child);
    throw error;
  }
  return { pid: child.pid as number, ended: end, stop: () => endProcess(child) };
}

const isWell = (port: number) =>
  fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5_000) })
    .then((response) => response.ok)
    .catch(() => false);
