import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type DataFolder, openDataFolder } from "../../scripts/data-folder.ts";
import { prepareOwnDatabase } from "../../scripts/database.ts";
import { startPostgres, stopLeftPostgres } from "../../scripts/embedded-postgres.ts";
import { deploy } from "../../scripts/migrations.ts";
import { findFreePort } from "../../scripts/ports.ts";
import { root } from "../../scripts/project.ts";
import { connect } from "../../scripts/roles.ts";
import { type Server, serve } from "../../scripts/serve.ts";
import type { Chance } from "./chance.ts";
import { type Fault, startFaultProxy } from "./fault-proxy.ts";

/** What is killed. */
export const victims = ["app", "backend", "postmaster"] as const;
export type Victim = (typeof victims)[number];

export type Site = Awaited<ReturnType<typeof openSite>>;

/** What a part sets besides what every site has: of Postgres, and of the app. */
export type Settings = { postgres?: string[]; app?: Record<string, string> };

/**
 * An installation in a folder of its own: a durable Postgres, the production build before it, and between the
 * two a proxy, so that Postgres keeps its address when it is started anew.
 */
export async function openSite(settings: Settings = {}) {
  const folder: DataFolder = openDataFolder(fs.mkdtempSync(path.join(os.tmpdir(), "onward-test-")));
  const proxy = await startFaultProxy();
  const port = await findFreePort();
  const never = new AbortController().signal;
  let server: Server | null = null;

  const startPostgresHere = async () => {
    const started = await startPostgres(folder, { also: settings.postgres ?? [] });
    proxy.leadTo(Number(new URL(started.address("postgres", "postgres")).port));
    return started;
  };
  let postgres = await startPostgresHere();
  const { app, owner } = await prepareOwnDatabase(postgres, "onward", folder.secrets);
  await deploy(root, owner);
  const throughProxy = (address: string) => {
    const url = new URL(address);
    url.port = String(proxy.port);
    return url.href;
  };

  const env = {
    DATABASE_URL: throughProxy(app),
    ONWARD_URL: `http://localhost:${port}`,
    ONWARD_SECRET: folder.secrets.onward,
    VAULT_KEY: folder.secrets.vault,
    ONWARD_MAIL_DIR: folder.mail,
    SMTP_URL: "",
    NODE_ENV: "production",
    ...settings.app,
  };
  const log = path.join(folder.path, "server.log");
  const startDatabase = async () => {
    postgres = await startPostgresHere();
  };
  const startApp = async () => {
    server = await serve("start", port, env, { signal: never, log });
  };

  return {
    env,
    folder,
    log,
    startApp,
    startDatabase,
    bring: (fault: Fault) => proxy.bring(fault),
    /** Works behind the proxy, as Postgres's superuser. */
    asAdmin: <T>(work: Parameters<typeof connect<T>>[1]) =>
      connect<T>(postgres.address("postgres", "onward"), work),

    /**
     * Kills one of its processes outright, and starts again what does not start by itself.
     *
     * @returns whether there was one.
     */
    async kill(victim: Victim, chance: Chance): Promise<boolean> {
      if (victim === "app") {
        if (!server) return false;
        process.kill(-server.pid, "SIGKILL");
        await server.ended;
        await startApp();
      } else if (victim === "postmaster") {
        await this.killDatabase();
        await startDatabase();
      } else {
        const pids = await this.asAdmin(async (client) => {
          const { rows } = await client.query<{ pid: number }>(
            "select pid from pg_stat_activity where usename = 'onward_app' order by pid",
          );
          return rows.map(({ pid }) => pid);
        }).catch(() => []);
        if (pids.length === 0) return false;
        // Postgres then cuts every connection, and recovers by itself.
        process.kill(chance.oneOf(pids), "SIGKILL");
      }
      return true;
    },

    /** Kills the whole of Postgres, and leaves it like that. */
    async killDatabase(): Promise<void> {
      process.kill(postgres.pid, "SIGKILL");
      await postgres.ended;
    },

    async close(): Promise<void> {
      await server?.stop();
      await stopLeftPostgres(folder);
      await proxy.close();
      folder.release();
      fs.rmSync(folder.path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
