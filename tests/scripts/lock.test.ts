import path from "node:path";
import { expect, test } from "vitest";
import { takeLock } from "../../scripts/lock.ts";
import { aFolder, anotherProcess, cutOff } from "./process";

const holding = (file: string, mode: "alone" | "shared") => `
  import { takeLock } from "./lock.ts";
  globalThis.held = takeLock(${JSON.stringify(file)}, "${mode}");
  setInterval(() => {}, 1_000_000);
  console.log(held ? "ready" : "refused");
`;

test("a lock held by another process is refused, and free once that is killed", async () => {
  const file = path.join(aFolder(), "lock");
  const other = await anotherProcess(holding(file, "alone"));
  expect(takeLock(file)).toBeNull();
  expect(takeLock(file, "shared")).toBeNull();

  await cutOff(other);
  const lock = takeLock(file);
  expect(lock).not.toBeNull();
  lock?.release();
});

test("several may share, and who wants to be alone waits for all of them", async () => {
  const file = path.join(aFolder(), "lock");
  const other = await anotherProcess(holding(file, "shared"));
  const shared = takeLock(file, "shared");
  expect(shared).not.toBeNull();
  expect(takeLock(file)).toBeNull();
  shared?.release();
  expect(takeLock(file)).toBeNull();

  await cutOff(other);
  const alone = takeLock(file);
  expect(alone).not.toBeNull();
  alone?.release();
});
