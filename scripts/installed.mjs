// Runs before the commands that need what "npm ci" installs, and says so kindly where it is missing. Plain
// JavaScript, because without the Node that is installed along, an older one may have to understand it.

import { existsSync, readFileSync } from "node:fs";

const problem = findProblem();
if (problem) {
  console.error(`\n${problem} Run "npm ci" first.\n`);
  process.exit(1);
}

function findProblem() {
  if (!existsSync("node_modules/.package-lock.json")) return "Onward's packages are not installed yet.";
  if (Number(process.versions.node.split(".")[0]) < 24) {
    return `This is Node ${process.versions.node}, and the newer one that Onward brings is not in place.`;
  }
  // A pull may have changed which versions belong here. Other systems' packages and, on a server, those for
  // development may be missing.
  const read = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const installed = read("node_modules/.package-lock.json");
  const wanted = Object.entries(read("package-lock.json")).filter(([place]) => place !== "");
  const outdated = wanted.filter(([place, { version, optional, peer, dev }]) =>
    installed[place] ? installed[place].version !== version : !optional && !peer && !dev,
  );
  if (outdated.length === 0) return "";
  return `The packages here are not those of this version of Onward (${outdated[0][0].replace(/^.*node_modules\//, "")} for one).`;
}
