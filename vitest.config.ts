import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
      // Throws wherever it is not resolved as a server component would; tests run what the server runs.
      "server-only": fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url)),
    },
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    setupFiles: ["tests/setup.ts"],
    reporters: ["default", "./scripts/failed-tests.ts"],
    // One database for all: each test makes its own members, and sees nobody else's.
    fileParallelism: true,
    testTimeout: 20_000,
    env: { LOG_LEVEL: "silent" },
    server: { deps: { inline: ["next-auth"] } },
  },
});
