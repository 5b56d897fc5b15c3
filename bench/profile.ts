// Where the processor time of a page goes: V8's own profile of the app while it answers, function by function, each
// under the package that it comes from.

import fs from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../scripts/project.ts";

type Frame = { functionName: string; url: string; lineNumber: number; columnNumber: number };
type Profile = {
  nodes: { id: number; callFrame: Frame }[];
  samples: number[];
  timeDeltas: number[];
};

/** Takes a profile of a process that was started with --inspect on this port while some work goes on. */
export async function profileWhile(port: number, work: () => Promise<unknown>): Promise<Profile> {
  const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? "");
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error("The app lets nobody look into it."));
  });
  let asked = 0;
  const ask = <T>(method: string, params = {}) =>
    new Promise<T>((resolve, reject) => {
      const id = ++asked;
      const listen = ({ data }: MessageEvent) => {
        const answer = JSON.parse(String(data));
        if (answer.id !== id) return;
        socket.removeEventListener("message", listen);
        if (answer.error) reject(new Error(answer.error.message));
        else resolve(answer.result);
      };
      socket.addEventListener("message", listen);
      socket.send(JSON.stringify({ id, method, params }));
    });
  try {
    await ask("Profiler.enable");
    await ask("Profiler.setSamplingInterval", { interval: 500 });
    await ask("Profiler.start");
    await work();
    return (await ask<{ profile: Profile }>("Profiler.stop")).profile;
  } finally {
    socket.close();
  }
}

export type Share = { name: string; percent: number };

/** Who had how much of the time in which something was done: functions, and packages. */
export function sharesOf({ nodes, samples, timeDeltas }: Profile): { functions: Share[]; packages: Share[] } {
  const timeOf = new Map<number, number>();
  for (const [at, id] of samples.entries())
    timeOf.set(id, (timeOf.get(id) ?? 0) + Math.max(0, timeDeltas[at] ?? 0));
  const functions = new Map<string, number>();
  const packages = new Map<string, number>();
  let total = 0;
  for (const { id, callFrame } of nodes) {
    const time = timeOf.get(id);
    if (!time || callFrame.functionName === "(idle)") continue;
    total += time;
    const { name, source } = originOf(callFrame);
    const group = packageOf(callFrame, source);
    const title = `${group}: ${name}${source ? ` (${path.basename(source)})` : ""}`;
    functions.set(title, (functions.get(title) ?? 0) + time);
    packages.set(group, (packages.get(group) ?? 0) + time);
  }
  const sorted = (shares: Map<string, number>) =>
    [...shares]
      .map(([name, time]) => ({ name, percent: (100 * time) / total }))
      .sort((one, other) => other.percent - one.percent);
  return { functions: sorted(functions), packages: sorted(packages) };
}

const maps = new Map<string, SourceMap | null>();

function mapOf(file: string): SourceMap | null {
  let map = maps.get(file);
  if (map === undefined) {
    map = fs.existsSync(`${file}.map`)
      ? new SourceMap(JSON.parse(fs.readFileSync(`${file}.map`, "utf8")))
      : null;
    maps.set(file, map);
  }
  return map;
}

/** What a function was called, and where it stood, before it was bundled. */
function originOf({ functionName, url, lineNumber, columnNumber }: Frame): { name: string; source: string } {
  const name = functionName || "(anonymous)";
  const file = url.startsWith("file:") ? fileURLToPath(url) : url;
  if (!path.isAbsolute(file)) return { name, source: file };
  const entry = mapOf(file)?.findEntry(lineNumber, columnNumber);
  // A map may be silent about a place that the bundler added.
  if (!entry || !("originalSource" in entry) || !entry.originalSource) return { name, source: file };
  // What it was called, Node knows too; only its types do not.
  return {
    name: (entry as { name?: string }).name || name,
    source: decodeURIComponent(entry.originalSource),
  };
}

function packageOf({ functionName, url }: Frame, source: string): string {
  if (functionName === "(garbage collector)") return "garbage collector";
  if (!/^file:|^\//.test(url)) return "node";
  // Next carries a React of its own.
  const react = /compiled\/(react[\w-]*?)(-experimental)?\//.exec(source)?.[1];
  if (react) return react;
  const place = [source, url].find((place) => place.includes("node_modules/")) ?? source;
  if (/@prisma\/|lib\/generated\//.test(place)) return "prisma";
  return /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(place)?.[1] ?? "ours";
}

/** Keeps a profile where Chrome's developer tools can open it. */
export function keepProfile(profile: Profile, page: string): string {
  const file = path.join(
    root,
    ".cache",
    `${page.replaceAll(/\W+/g, "-").replaceAll(/^-|-$/g, "") || "home"}.cpuprofile`,
  );
  fs.writeFileSync(file, JSON.stringify(profile));
  return path.relative(root, file);
}
