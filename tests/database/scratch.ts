import { deploy } from "../../scripts/migrations.ts";
import { root } from "../../scripts/project.ts";
import { connected } from "./connect";

/**
 * A database of this test file's own, with all migrations and policies, for what has to look at every row
 * there is. From now on the app's code runs in it, so call it before anything has asked for a setting.
 *
 * @returns what ends it.
 */
export async function moveToScratchDatabase(): Promise<() => Promise<void>> {
  const name = `scratch_${crypto.randomUUID().slice(0, 8)}`;
  const given = ["DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_ADMIN_URL"] as const;
  const former = given.map((setting) => [setting, process.env[setting] ?? ""] as const);
  await connected("admin", async (admin) => {
    await admin.query(`create database ${name} owner onward_owner`);
    await admin.query(`grant connect on database ${name} to onward_app`);
  });
  for (const [setting, address] of former) {
    const moved = new URL(address);
    moved.pathname = `/${name}`;
    process.env[setting] = moved.href;
  }
  await deploy(root, process.env.DATABASE_ADMIN_URL ?? "");
  return async () => {
    for (const [setting, address] of former) process.env[setting] = address;
    await connected("admin", (admin) => admin.query(`drop database ${name} with (force)`));
  };
}
