import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hashSources } from "../../scripts/build.ts";
import { openDataFolder } from "../../scripts/data-folder.ts";
import { root } from "../../scripts/project.ts";
import { aFolder, outcomeOf } from "./process";

// The scripts of this clone in a folder of their own, where nothing has been started yet.
function aClone(): string {
  const clone = aFolder();
  cpSync(path.join(root, "scripts"), path.join(clone, "scripts"), { recursive: true });
  cpSync(path.join(root, "package.json"), path.join(clone, "package.json"));
  symlinkSync(path.join(root, "node_modules"), path.join(clone, "node_modules"), "junction");
  return clone;
}

async function aTakenPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
}

test("a port that is taken is said before anything is begun, with what to do", async () => {
  const port = await aTakenPort();
  const { code, said } = await outcomeOf(["scripts/start.ts"], aClone(), { PORT: port });
  expect(code).toBe(1);
  expect(said).toContain(`Something else listens on port ${port} already`);
  expect(said).toContain("PORT=3000 npm start");
  expect(said).not.toContain("Postgres");
});

test("a second start in the same folder says that one is running", async () => {
  const clone = aClone();
  const running = openDataFolder(path.join(clone, ".data"));
  onTestFinished(running.release);
  const { code, said } = await outcomeOf(["scripts/start.ts"], clone);
  expect(code).toBe(1);
  expect(said).toContain("Onward is running from this folder already");
});

test.each(["0", "70000", "web"])("PORT=%s is no port", async (port) => {
  const { code, said } = await outcomeOf(["scripts/start.ts"], aClone(), { PORT: port });
  expect(code).toBe(1);
  expect(said).toContain("PORT must be a number from 1 to 65535");
});

test("in production on a given database nothing is made up: each missing setting is named, and nothing begins", async () => {
  const clone = aClone();
  const hosted = { NODE_ENV: "production", DATABASE_URL: "postgresql://onward_app@db.example.org/onward" };
  const none = await outcomeOf(["scripts/start.ts"], clone, hosted);
  expect(none.code).toBe(1);
  for (const name of ["ONWARD_URL", "ONWARD_SECRET", "VAULT_KEY", "SMTP_URL"])
    expect(none.said).toContain(`${name}:`);
  expect(existsSync(path.join(clone, ".data"))).toBe(false);

  const given = { ...hosted, ONWARD_URL: "https://onward.example.org", SMTP_URL: "smtp://mail.example.org" };
  const badly = { ONWARD_SECRET: "too short", VAULT_KEY: `too short,1:${"k".repeat(43)}` };
  const short = await outcomeOf(["scripts/start.ts"], clone, { ...given, ...badly });
  expect(short.said).toContain("ONWARD_SECRET:");
  expect(short.said).toContain("VAULT_KEY:");
  expect(short.said).not.toContain("kkk");
  expect(short.said).not.toContain("ONWARD_URL:");
  expect(short.said).not.toContain("too short");
});

test("a migration without a name asks for one", async () => {
  const { code, said } = await outcomeOf(["scripts/migration.ts"], aClone());
  expect(code).toBe(1);
  expect(said).toContain("A migration needs a name");
});

test("a build is made again when its sources change, and only then", () => {
  const clone = aFolder();
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(clone, file)), { recursive: true });
    writeFileSync(path.join(clone, file), text);
  };
  write("app/page.tsx", "one");
  write("lib/generated/client.ts", "one");
  write("prisma/policies/circle.sql", "one");
  const first = hashSources(clone);

  write("prisma/policies/circle.sql", "two");
  write("lib/generated/client.ts", "two");
  write("tests/page.test.ts", "two");
  expect(hashSources(clone)).toBe(first);
  for (const source of [
    "app/page.tsx",
    "lib/goals/rules.ts",
    "prisma/models/goal.prisma",
    "proxy.ts",
    "package-lock.json",
  ]) {
    const before = hashSources(clone);
    write(source, "two");
    expect(hashSources(clone), source).not.toBe(before);
  }
});
