// Loaded before a command that runs lib/ without a build. Node leaves out the types by itself; what it does not
// know is that "@/lib/db" is a file of this project, and that names may leave out their ending.

import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { root } from "./project.ts";

const project = pathToFileURL(`${root}/`).href;

registerHooks({
  resolve(specifier, context, next) {
    if (context.parentURL?.includes("/node_modules/")) return next(specifier, context);
    const inside = specifier.replace(/^@\//, project);
    const complete = /^(file:|\.)/.test(inside) && !/\.[cm]?[jt]s$/.test(inside) ? `${inside}.ts` : inside;
    return next(complete.replace(/^(next\/\w+)$/, "$1.js"), context);
  },
});
