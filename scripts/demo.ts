import fs from "node:fs";
import path from "node:path";
import type { DataFolder } from "./data-folder.ts";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import { runProcess } from "./processes.ts";
import { root, tool } from "./project.ts";
import { connect } from "./roles.ts";
import { step } from "./steps.ts";

// Written when the story is complete: how to sign in as some of its people.
const storyOf = (folder: DataFolder) => path.join(folder.path, "how-to-sign-in.txt");

/** Clears away a story that was begun and not finished, so that it is told from the start. */
export async function freshDemoDatabase(folder: DataFolder, postgres: EmbeddedPostgres): Promise<void> {
  if (fs.existsSync(storyOf(folder))) return;
  await connect(postgres.address("postgres", "postgres"), (client) =>
    client.query("drop database if exists onward_demo with (force)"),
  );
}

/** Tells the story, once per database, and answers with how to sign in as some of its people. */
export async function seedDemo(
  folder: DataFolder,
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<string> {
  const file = storyOf(folder);
  if (!fs.existsSync(file)) {
    // With the condition under which "server-only" lets itself be imported.
    const [command, args] = tool("tsx", "--conditions=react-server", "prisma/seed.ts");
    const said = await step("The story", () =>
      runProcess(command, args, { cwd: root, env: { ...process.env, ...env }, signal }),
    );
    fs.writeFileSync(file, said, { mode: 0o600 });
  }
  return fs.readFileSync(file, "utf8");
}
