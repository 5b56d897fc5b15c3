import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("every icon that is drawn has its shape, and no shape is carried along for nobody", () => {
  const names = readFileSync("components/ui/icon.tsx", "utf8").match(/(?<=\| ")[\w-]+/g) ?? [];
  const shapes = readFileSync("components/ui/icons.svg", "utf8").match(/(?<=<symbol id=")[\w-]+/g);
  expect(shapes).toEqual(names);
  const drawn = globSync("{app,components}/**/*.{ts,tsx}", { exclude: ["components/ui/icon.tsx"] })
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  expect(names.filter((name) => !drawn.includes(`"${name}"`))).toEqual([]);
});
