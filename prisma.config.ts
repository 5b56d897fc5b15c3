import { defineConfig } from "prisma/config";

// `prisma generate` asks for the schema engine's binary although it never runs it, and would
// download it. Any existing program satisfies the check; migrations go through
// scripts/schema-engine.ts and never through this stand-in.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma" });
