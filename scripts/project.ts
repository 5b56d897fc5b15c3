import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** The folder of this clone. */
export const root = path.resolve(import.meta.dirname, "..");

/**
 * The command line of an installed tool, to be run by the Node that runs this script: `.bin` holds shell
 * scripts on Windows, and leads to whichever Node comes first on the path elsewhere.
 */
export function tool(packageName: string, ...args: string[]): [command: string, args: string[]] {
  const require = createRequire(path.join(root, "package.json"));
  // Some packages do not let their package.json be resolved, so it is looked for in the places Node would.
  const folder = (require.resolve.paths(packageName) ?? [])
    .map((place) => path.join(place, packageName))
    .find((place) => fs.existsSync(path.join(place, "package.json")));
  if (!folder) throw new Error(`${packageName} is not installed. Run "npm ci" first.`);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const program = typeof bin === "string" ? bin : (bin[path.basename(packageName)] ?? Object.values(bin)[0]);
  return [process.execPath, [path.join(folder, program), ...args]];
}
