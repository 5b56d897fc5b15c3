import { expect, test } from "vitest";
import { findContractions } from "../../scripts/contractions.ts";

test.each([
  `DROP TABLE "lanterns"`,
  `ALTER TABLE "lanterns" DROP COLUMN "light"`,
  `ALTER TABLE "lanterns" ADD COLUMN "wick" TEXT, DROP COLUMN "light"`,
  `ALTER TABLE "lanterns" RENAME COLUMN "light" TO "shine"`,
  `ALTER TABLE "lanterns" ALTER COLUMN "light" SET DATA TYPE INTEGER`,
  `ALTER TABLE "lanterns" ALTER COLUMN "light" SET NOT NULL`,
  `ALTER TABLE "lanterns" ALTER COLUMN "light" DROP NOT NULL`,
  `ALTER TABLE "lanterns" ADD COLUMN "wick" TEXT,\nALTER COLUMN "light" DROP NOT NULL`,
  `ALTER TABLE "lanterns" ADD COLUMN     "light" TEXT NOT NULL`,
  `ALTER TABLE "lanterns" ADD COLUMN "a" INTEGER NOT NULL DEFAULT 0,\nADD COLUMN "b" TEXT NOT NULL`,
  `ALTER TABLE "lanterns" ADD CONSTRAINT "bright" CHECK ("light" > 0)`,
  `CREATE UNIQUE INDEX "one_light" ON "lanterns"("light")`,
])("%s is for a version after the next", (statement) => {
  expect(findContractions(`${statement};`)).toHaveLength(1);
  expect(findContractions(`-- Contracts: since 0.2.0 nothing uses this.\n${statement};`)).toEqual([]);
});

test.each([
  `ALTER TABLE "lanterns" ADD COLUMN "light" TEXT`,
  `ALTER TABLE "lanterns" ADD COLUMN "light" INTEGER NOT NULL DEFAULT 0`,
  `ALTER TYPE "colour" ADD VALUE 'green'`,
  `CREATE INDEX "by_light" ON "lanterns"("light")`,
  `DROP INDEX "by_light"`,
  `CREATE TABLE "wicks" ("id" UUID NOT NULL); CREATE UNIQUE INDEX "one" ON "wicks"("id"); ALTER TABLE "wicks" ADD CONSTRAINT "c" CHECK ("id" IS NOT NULL)`,
  `-- drop table lanterns;\nselect 1`,
  `create function f() returns void language plpgsql as $$ begin drop table lanterns; end $$`,
])("%s leaves the version before alone", (statement) => {
  expect(findContractions(`${statement};`)).toEqual([]);
});
