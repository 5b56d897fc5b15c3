// What the operating system knows of a program and of everything it started: its processor time, its memory. And
// which cores it may use.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";

/** Only Linux tells, and lets itself be told. */
export const tellsCpu = fs.existsSync("/proc/self/stat");

// The clock that /proc counts in: a hundredth of a second on every Linux that Node runs on.
const TICK_MS = 10;

type Entry = { pid: number; parent: number; ticks: number };

/** What the system tells of a process; nothing of one that has just ended. */
function tell(pid: number, what: "stat" | "status"): string {
  try {
    return fs.readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return "";
  }
}

function readEntry(pid: number): Entry | null {
  const told = tell(pid, "stat");
  // It has just ended: what it used is its parent's from now on.
  if (!told) return null;
  // After the name in brackets, which may hold anything: state, parent, and so on.
  const fields = told
    .replace(/^.*\) /s, "")
    .split(" ")
    .map(Number);
  const [parent = 0, ...ticks] = [1, 11, 12, 13, 14].map((at) => fields[at] ?? 0);
  return { pid, parent, ticks: ticks.reduce((sum, each) => sum + each) };
}

/** A program and everything it started. */
function treeOf(root: number): Entry[] {
  const entries = fs
    .readdirSync("/proc")
    .map(Number)
    .filter(Boolean)
    .flatMap((pid) => readEntry(pid) ?? []);
  const childrenOf = Map.groupBy(entries, ({ parent }) => parent);
  const below = (pid: number): Entry[] =>
    (childrenOf.get(pid) ?? []).flatMap((child) => [child, ...below(child.pid)]);
  return [...entries.filter(({ pid }) => pid === root), ...below(root)];
}

/** The processor time that a program and everything it started have used so far, in milliseconds. */
export const cpuOf = (pid: number): number =>
  tellsCpu ? treeOf(pid).reduce((sum, { ticks }) => sum + ticks * TICK_MS, 0) : Number.NaN;

/**
 * Watches who else is at work. Answers with how many percent of the machine went to programs that this one did not
 * start, or to other machines on the same hardware.
 */
export function watchOthers(): () => number {
  const ours = () => cpuOf(process.pid);
  const [all, own, began] = [cpuOfAll(), ours(), performance.now()];
  return () => {
    const possible = (performance.now() - began) * os.cpus().length;
    return Math.max(0, (100 * (cpuOfAll() - all - (ours() - own))) / possible);
  };
}

function cpuOfAll(): number {
  if (!tellsCpu) return Number.NaN;
  const [line = ""] = fs.readFileSync("/proc/stat", "utf8").split("\n");
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0, stolen = 0] = line
    .replace(/^cpu +/, "")
    .split(" ")
    .map(Number);
  return (user + nice + system + irq + soft + stolen) * TICK_MS;
}

/** The memory that a program and everything it started hold at the moment, in megabytes. */
export function memoryOf(pid: number): number {
  if (!tellsCpu) return Number.NaN;
  const kilobytes = treeOf(pid).map((entry) => /^VmRSS:\s+(\d+)/m.exec(tell(entry.pid, "status"))?.[1] ?? 0);
  return kilobytes.reduce<number>((sum, each) => sum + Number(each), 0) / 1024;
}

/** Which cores serve, and which ask. Postgres shares with whoever asks where there is no third. */
export type Cores = { app: number; postgres: number; load: number };

/** The cores to keep apart, or null where there is only one or no way to choose. */
export function chooseCores(): Cores | null {
  if (os.availableParallelism() < 2) return null;
  try {
    const allowed = execFileSync("taskset", ["-c", "-p", String(process.pid)], { encoding: "utf8" });
    const cores = listCores(/: ([\d,-]+)\s*$/.exec(allowed)?.[1] ?? "");
    const [app, load, postgres = load] = cores;
    return app === undefined || load === undefined || postgres === undefined ? null : { app, load, postgres };
  } catch {
    return null;
  }
}

const listCores = (words: string): number[] =>
  words.split(",").flatMap((range) => {
    const [first = 0, last = first] = range.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });

/** Keeps a program, all its threads and everything it started to one core. */
export function pin(pid: number, core: number): void {
  const pids = pid === process.pid ? [pid] : treeOf(pid).map((entry) => entry.pid);
  for (const each of pids)
    execFileSync("taskset", ["-a", "-c", "-p", String(core), String(each)], { stdio: "ignore" });
}

/** The machine in a few words, for whoever reads the numbers later. */
export function describeMachine() {
  const [cpu] = os.cpus();
  return {
    cpu: cpu?.model.trim() ?? "unknown",
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.version,
  };
}
