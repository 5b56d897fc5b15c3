// npm run db:prepare: makes Onward's roles in the Postgres that DATABASE_OWNER_URL (or DATABASE_URL) names, and
// says with which address the app connects. Where that is not allowed, prints the SQL for who may.

import path from "node:path";
import { openDataFolder } from "./data-folder.ts";
import { prepareGivenDatabase } from "./database.ts";
import { Problem } from "./problem.ts";
import { root } from "./project.ts";
import { runCommand, step } from "./steps.ts";

await runCommand(async ({ closing }) => {
  const owner = process.env.DATABASE_OWNER_URL || undefined;
  const given = process.env.DATABASE_URL || owner;
  if (!given) {
    throw new Problem(
      "Set DATABASE_OWNER_URL to the database that is to be prepared. The embedded one needs no preparing.",
    );
  }
  const folder = openDataFolder(path.join(root, ".data"), "shared");
  closing(folder.release);
  const addresses = await step("Roles", () => prepareGivenDatabase(given, owner, folder.secrets));
  console.log(`\n  The app connects with\n  DATABASE_URL=${addresses.app}\n`);
  console.log("  Keep it secret. npm run db:deploy brings the tables, with DATABASE_OWNER_URL set as now.\n");
  return 0;
});
