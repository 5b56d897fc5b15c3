// The direction in which Onward's code may lean: app -> components -> lib/<noun> -> lib/*.ts -> the generated
// client. CONTRIBUTING.md says why.

const NOUN = "^lib/(?!generated/)[^/]+/";
const QUERIES = "^lib/[^/]+/queries[.]ts$";
const ACTIONS = "^lib/[^/]+/actions[.]ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one, or hide a third.",
      severity: "error",
      from: { pathNot: "^lib/generated/" },
      to: { circular: true },
    },
    {
      name: "lib-knows-no-pages-and-no-markup",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-know-no-pages",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "plumbing-knows-no-nouns",
      comment: "lib/*.ts carries every noun and knows none. What a noun needs of another it asks itself.",
      severity: "error",
      from: { path: "^lib/[^/]+[.]tsx?$", pathNot: "^lib/form-action[.]ts$" },
      to: { path: NOUN },
    },
    {
      name: "every-form-asks-crisis-and-no-other-noun",
      comment: "The card is due wherever words are kept, so the one place that keeps them all opens it.",
      severity: "error",
      from: { path: "^lib/form-action[.]ts$" },
      to: { path: NOUN, pathNot: "^lib/crisis/" },
    },
    {
      name: "basic-components-know-no-nouns",
      comment: "ui, forms and charts serve every noun. They get words and numbers as props.",
      severity: "error",
      from: { path: "^components/(ui|forms|charts)/" },
      to: { path: [NOUN, "^components/(?!(ui|forms|charts|layout)/)"] },
    },
    {
      name: "components-read-nothing",
      comment: "Components get finished props. They may name the types of queries, never call one.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: [QUERIES, "^lib/(db|viewer|session)[.]ts$"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-never-touch-the-database",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: ["^lib/generated/(client|internal)", "^node_modules/(pg|@prisma)/"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "actions-call-no-actions",
      comment: "When a second caller needs the same write, lift it out as a verb: lib/goals/finish-goal.ts.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: ACTIONS },
    },
    {
      name: "only-pages-hand-out-queries",
      comment: "A read is page -> queries. Nouns may ask each other; plumbing and markup may not.",
      severity: "error",
      from: { pathNot: ["^app/", NOUN, "^(tests|e2e|bench)/"] },
      to: { path: QUERIES, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-accounts-speaks-to-next-auth",
      comment: "And lib/session.ts, which opens the cookie that accounts seals (docs/decisions/0003).",
      severity: "error",
      from: { pathNot: ["^lib/accounts/", "^lib/session[.]ts$", "^(tests|e2e|bench)/"] },
      to: { path: "^node_modules/next-auth/" },
    },
    {
      name: "scripts-stand-alone",
      comment: "They run before anything is built, on plain Node.",
      severity: "error",
      from: { path: "^scripts/" },
      to: { path: "^(app|components|lib|tests|bench)/" },
    },
    {
      name: "the-product-knows-no-tests",
      severity: "error",
      from: { path: "^(app|components|lib)/" },
      to: { path: "^(tests|e2e|bench|scripts|prisma)/" },
    },
    {
      name: "only-the-story-borrows-the-tests-factories",
      severity: "error",
      from: { pathNot: ["^(tests|e2e|bench)/", "^prisma/seed[.]ts$"] },
      to: { path: "^tests/" },
    },
    {
      name: "the-product-needs-no-tools",
      comment: "What the running app imports is a dependency, not a devDependency.",
      severity: "error",
      from: { path: "^(app|components|lib)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "everything-imported-exists",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(next-env|server-only)" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "^(node_modules|lib/generated)/" },
    exclude: { path: "^[.]next/" },
    enhancedResolveOptions: {
      conditionNames: ["import", "node", "default", "types"],
      exportsFields: ["exports"],
    },
    skipAnalysisNotInRules: true,
  },
};
