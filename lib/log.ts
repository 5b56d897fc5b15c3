import "server-only";
import { randomUUID } from "node:crypto";
import pino from "pino";
import { logLevel } from "@/lib/env";

/**
 * What the operator reads. Never hand it a member's words: log ids, names of things and causes.
 * Whatever slips through under these names is struck out.
 */
export const log = pino({
  level: logLevel(),
  redact: {
    paths: [
      "password",
      "email",
      "values",
      "body",
      "happened",
      "*.password",
      "*.email",
      "*.values",
      "*.body",
      "*.happened",
    ],
    censor: "struck out",
  },
});

/** Writes down what nobody expected. @returns the reference by which the log knows it. */
export function noteBroken(error: unknown, what: string): string {
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, ...causeOf(error) }, what);
  return reference;
}

/** A cause without its message: database errors quote what was written. */
function causeOf(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack
    ?.split("\n")
    .filter((frame) => /^\s+at /.test(frame))
    .slice(0, 12);
  return { name: error.name, code: (error as { code?: unknown }).code, frames };
}
