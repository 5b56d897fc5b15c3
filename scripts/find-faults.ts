import { parseArgs } from "node:util";
import { Problem } from "./problem.ts";
import { ended, endProcess, startProcess } from "./processes.ts";
import { root, tool } from "./project.ts";

// What the long form does, and the short one.
const LONG = { kills: "200", gone: "30" };
const SHORT = { kills: "20", gone: "3" };

const parts = {
  states: "Postgres slow, unreachable, read-only and full",
  mail: "A mail server that says nothing",
  gone: "Postgres gone under load",
  control: "The negative control: a Postgres that acknowledges before it has written",
  kills: "Killed at random under load",
};

/**
 * Breaks what Onward stands on in every way there is, and looks whether something was lost. The build is there
 * already.
 *
 * @returns whether nothing was.
 */
export async function findFaults(args: string[], signal: AbortSignal): Promise<boolean> {
  const { values: asked, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      short: { type: "boolean", default: false },
      kills: { type: "string" },
      gone: { type: "string" },
      seed: { type: "string" },
    },
  });
  const unknown = positionals.find((part) => !(part in parts));
  if (unknown)
    throw new Problem(`There is no part "${unknown}". There are: ${Object.keys(parts).join(", ")}.`);
  const form = asked.short ? SHORT : LONG;
  const seed = asked.seed ?? String(Math.floor(Math.random() * 2 ** 31));
  console.log(`\nFaults (--seed ${seed} does the same again)`);

  let well = true;
  for (const [part, title] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(part)) continue;
    console.log(`\n${title}`);
    const chosen = { part, seed, kills: asked.kills ?? form.kills, gone: asked.gone ?? form.gone };
    const given = Object.entries(chosen).flatMap(([name, value]) => [`--${name}`, value]);
    // With the condition under which "server-only" lets itself be imported.
    const [command, line] = tool("tsx", "--conditions=react-server", "e2e/faults/main.ts", ...given);
    const child = startProcess(command, line, { cwd: root, stdio: "inherit" });
    const abort = () => void endProcess(child);
    signal.addEventListener("abort", abort);
    const how = await ended(child);
    signal.removeEventListener("abort", abort);
    signal.throwIfAborted();
    if (how !== "code 0") console.log(`  ✗ ${title}`);
    well &&= how === "code 0";
  }
  return well;
}
