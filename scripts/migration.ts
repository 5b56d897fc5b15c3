// npm run db:migration NAME              writes the next migration from the change in the schema
// npm run db:migration NAME -- --empty   writes an empty one, for SQL that the schema cannot say

import { spawnSync } from "node:child_process";
import { findPendingSql, inSnakeCase, writeMigration } from "./next-migration.ts";
import { root, tool } from "./project.ts";

const args = process.argv.slice(2);
const name = inSnakeCase(args.filter((arg) => !arg.startsWith("--")).join(" "));

if (!name) {
  console.error("A migration needs a name that says what changes: npm run db:migration add_contacts");
  process.exit(1);
}

const pending = await findPendingSql(root);
const sql = pending ?? (args.includes("--empty") ? "-- What the schema cannot say.\n" : null);

if (sql === null) {
  console.log("The schema is as the newest migration left it. Nothing written.");
} else {
  console.log(`${writeMigration(root, name, sql)} is written. Read it before you commit it.`);
  const [command, rest] = tool("prisma", "generate");
  process.exitCode = spawnSync(command, rest, { cwd: root, stdio: "inherit" }).status ?? 1;
}
