// A database that only one benchmark looks at, in a folder that is gone afterwards.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openDataFolder } from "../scripts/data-folder.ts";
import { prepareOwnDatabase } from "../scripts/database.ts";
import { startPostgres } from "../scripts/embedded-postgres.ts";
import { deploy } from "../scripts/migrations.ts";
import { root } from "../scripts/project.ts";
import { type Run, step } from "../scripts/steps.ts";

export async function openOwnDatabase({ signal, closing }: Run) {
  const folder = openDataFolder(fs.mkdtempSync(path.join(os.tmpdir(), "onward-test-")));
  closing(() => fs.rmSync(folder.path, { recursive: true, force: true, maxRetries: 5 }));
  closing(folder.release);
  const postgres = await step("Postgres", () => startPostgres(folder, { signal }));
  closing(postgres.stop);
  const { app, owner } = await prepareOwnDatabase(postgres, "onward", folder.secrets);
  await deploy(root, owner);
  return { folder, app, admin: postgres.address("postgres", "onward") };
}
