import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type DataFolder, openDataFolder } from "../../scripts/data-folder.ts";
import { startPostgres } from "../../scripts/embedded-postgres.ts";
import { commandLineOf } from "../../scripts/processes.ts";
import { connect } from "../../scripts/roles.ts";
import { aFolder, anotherProcess, cutOff } from "./process";

const startingIn = (place: string) => `
  import { openDataFolder } from "./data-folder.ts";
  import { startPostgres } from "./embedded-postgres.ts";
  import { connect } from "./roles.ts";
  const postgres = await startPostgres(openDataFolder(${JSON.stringify(place)}));
  await connect(postgres.address("postgres", "postgres"), (client) =>
    client.query("create table kept (words text); insert into kept values ('still here')"));
  setInterval(() => {}, 1_000_000);
  console.log("ready");
`;

async function running(folder: DataFolder) {
  const postgres = await startPostgres(folder, { forgetful: true });
  onTestFinished(() => postgres.stop());
  const kept = () =>
    connect(postgres.address("postgres", "postgres"), async (client) => {
      const { rows } = await client.query("select words from kept");
      return rows;
    });
  return { postgres, kept };
}

const pidIn = (place: string) =>
  Number(readFileSync(path.join(place, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

test("after the command is killed, the next start stops the orphaned Postgres and goes on with its data", async () => {
  const place = aFolder();
  await cutOff(await anotherProcess(startingIn(place)));
  const orphan = pidIn(place);
  expect(commandLineOf(orphan)).toContain("postgres");

  const { kept } = await running(openDataFolder(place));
  expect(await kept()).toEqual([{ words: "still here" }]);
  expect(commandLineOf(orphan)).toBe("");
});

test("after Postgres itself is killed too, the next start recovers", async () => {
  const place = aFolder();
  const command = await anotherProcess(startingIn(place));
  process.kill(pidIn(place), "SIGKILL");
  await cutOff(command);

  const { kept } = await running(openDataFolder(place));
  expect(await kept()).toEqual([{ words: "still here" }]);
});

test("a number in postmaster.pid that belongs to somebody else now is left alone", async () => {
  const place = aFolder();
  const folder = openDataFolder(place);
  const first = await startPostgres(folder, { forgetful: true });
  await first.stop();
  const stranger = await anotherProcess(`setInterval(() => {}, 1_000_000); console.log("ready")`);
  const note = [stranger.pid, path.join(place, "postgres"), 0, 1, "", "127.0.0.1", "", "ready"];
  writeFileSync(path.join(place, "postgres", "postmaster.pid"), note.join("\n"));

  const { postgres } = await running(folder);
  expect(await connect(postgres.address("postgres", "postgres"), async () => "connected")).toBe("connected");
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});

test("while one start has the folder, a second one is told so", () => {
  const place = aFolder();
  const folder = openDataFolder(place);
  folder.announce("http://localhost:3000");
  expect(() => openDataFolder(place)).toThrow(/running from this folder already \(http:\/\/localhost:3000/);
  folder.release();
  openDataFolder(place).release();
});

test("nobody else can look into the data folder or read its secrets", () => {
  const place = aFolder();
  openDataFolder(place).release();
  expect(statSync(place).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(place, "secrets.json")).mode & 0o777).toBe(0o600);
});

test("a database whose secrets are lost is not overwritten with new ones", async () => {
  const place = aFolder();
  const folder = openDataFolder(place);
  const postgres = await startPostgres(folder, { forgetful: true });
  await postgres.stop();
  folder.release();
  rmSync(path.join(place, "secrets.json"));
  expect(() => openDataFolder(place)).toThrow(/cannot be opened without it/);
});
