import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./e2e/browser";

// `npm test` brings up what these tests need (Postgres, the build, a server) and says where it is.
const { executablePath, args } = await findBrowser(import.meta.dirname);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["./scripts/failed-tests.ts"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.ONWARD_URL ?? "",
    launchOptions: { executablePath, args },
    // Without pictures, which cost an eighth of a run: what a page held at each step is in the trace as it is.
    trace: { mode: "retain-on-failure", screenshots: false },
  },
  projects: [
    { name: "chromium" },
    { name: "no-javascript", grep: /@no-js/, use: { javaScriptEnabled: false } },
  ],
});
