import { DatabaseSync } from "node:sqlite";

/** Let go with `release()`; the system lets go by itself when the process ends, however it ends. */
export type Lock = { release: () => void };

/**
 * Takes a file for this process, or answers null where another one holds it. Readers share it; a writer
 * is alone.
 *
 * Node has no file locks of its own, and a file with a process id in it lies after a crash. SQLite, which
 * comes with Node, takes the operating system's locks, on Windows and macOS as well.
 */
export function takeLock(file: string, mode: "alone" | "shared" = "alone"): Lock | null {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    if (mode === "alone") database.exec("begin exclusive");
    else {
      // In a transaction, having read is what takes the shared lock.
      database.exec("begin");
      database.prepare("select count(*) from sqlite_schema").get();
    }
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
}

const SQLITE_BUSY = 5;
