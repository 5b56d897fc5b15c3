import fs from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Reporter as PlaywrightReporter } from "@playwright/test/reporter";
import type { Reporter as VitestReporter } from "vitest/node";

// What is said of a failure while others still run is far up by the end, and where only the end of a log is kept it
// is gone. So both runners note here which tests failed, and `npm test` says so last.

/** The name under which a run is told the file to note in. */
export const FAILED_TESTS_FILE = "ONWARD_FAILED_TESTS";

/** As much of why a test failed as is said again at the end: the whole stands where it happened. */
const MESSAGE_LINES = 14;

/** A reporter for Vitest and for Playwright. */
export default class FailedTests implements PlaywrightReporter, VitestReporter {
  /** Vitest's. */
  onTestCaseResult: NonNullable<VitestReporter["onTestCaseResult"]> = (test) => {
    const { state, errors } = test.result();
    if (state === "failed") note([test.module.relativeModuleId, test.fullName], errors?.[0]);
  };

  /** Vitest's: a file that could not be read has no tests that could fail. */
  onTestModuleEnd: NonNullable<VitestReporter["onTestModuleEnd"]> = (file) => {
    const [error] = file.errors();
    if (error) note([file.relativeModuleId], error);
  };

  /** Playwright's. */
  onTestEnd: NonNullable<PlaywrightReporter["onTestEnd"]> = (test, { error }) => {
    if (test.outcome() === "unexpected") note(test.titlePath().filter(Boolean), error);
  };

  /** Playwright's: what is wrong with no test in particular. */
  onError: NonNullable<PlaywrightReporter["onError"]> = (error) => note(["Before any test"], error);
}

/** `diff` is Vitest's: what was expected beside what came. Playwright says that in its message. */
function note(title: string[], { message = "", diff = "" }: { message?: string; diff?: string } = {}) {
  const file = process.env[FAILED_TESTS_FILE];
  const lines = [message, diff].flatMap((said) =>
    stripVTControlCharacters(said).split("\n").slice(0, MESSAGE_LINES),
  );
  if (file) fs.appendFileSync(file, `  ✗ ${[title.join(" › "), ...lines].join("\n      ")}\n`);
}

/** Where the runs of one `npm test` note what failed. */
export const failedTestsIn = (folder: string): string => path.join(folder, "failed-tests.txt");

/** What was noted, as it is said; empty where nothing failed. */
export const readFailedTests = (file: string): string =>
  fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
