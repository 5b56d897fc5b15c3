import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/* The rules of CONTRIBUTING.md that no compiler knows. */

const sources = (pattern: string) =>
  globSync(pattern, { exclude: ["lib/generated/**"] }).map((file) => ({
    file: file.replaceAll("\\", "/"),
    text: readFileSync(file, "utf8"),
  }));

const code = sources("{app,components,lib}/**/*.{ts,tsx}");
const actions = sources("lib/*/actions.ts");
const queries = sources("lib/*/queries.ts");

/** What somebody without an account may send by holding a secret. */
const byASecret = /^lib\/supporter-notes\//;

/** Accounts and the ways into them: no member's transaction may see what decides there. */
const waysIn = /^lib\/(accounts|addresses|deletions|one-time-codes|passkeys|passwords|providers)\//;

test("there is something to look at", () => {
  expect(actions.length).toBeGreaterThan(5);
  expect(queries.length).toBeGreaterThan(5);
});

test('"use server" stands in lib/<noun>/actions.ts and nowhere else', () => {
  const declared = code.filter(({ text }) => /^\s*["']use server["']/m.test(text)).map(({ file }) => file);
  expect(declared.sort()).toEqual(actions.map(({ file }) => file).sort());
});

describe("actions", () => {
  test.each(actions)("$file exports nothing but actions made by formAction", ({ file, text }) => {
    const maker = waysIn.test(file)
      ? "(formAction|visitorAction|accountAction)"
      : byASecret.test(file)
        ? "(formAction|visitorAction)"
        : "formAction";
    const exported = text.match(/^export .*$/gm) ?? [];
    expect(exported.length).toBeGreaterThan(0);
    for (const line of exported) expect(line).toMatch(new RegExp(`^export const \\w+ = ${maker}\\(`));
  });

  test.each(actions)(
    "$file never redirects inside the transaction, where it would undo the write",
    ({ text }) => {
      expect(text).not.toMatch(/\bredirect\(/);
    },
  );
});

describe("queries", () => {
  test.each(queries)("$file stays on the server and asks first who is looking", ({ text }) => {
    expect(text).toMatch(/^import "server-only";$/m);
    for (const [, name, parameters] of text.matchAll(
      /^export (?:async )?function (\w+)(?:<[^(]*>)?\(\s*([^)]*)/gm,
    )) {
      expect(parameters, name).toMatch(/^(viewer: Viewer|visitor: Visitor)\b/);
    }
    expect(text).not.toMatch(/^export const \w+ = (async )?\(/m);
  });
});

test("only accounts and the ways into them may look as the system does, and limits, which count who is not known yet", () => {
  const own = ["lib/db.ts", "lib/limits.ts"];
  const callers = code.filter(({ file, text }) => !own.includes(file) && /\basSystem\b/.test(text));
  // And the worker, for what nobody waits for.
  for (const { file } of callers) if (!file.startsWith("lib/jobs/")) expect(file).toMatch(waysIn);
});

test("only the session knows next-auth", () => {
  const speakers = code.filter(({ text }) => /from "next-auth/.test(text)).map(({ file }) => file);
  expect(speakers).toEqual(["lib/session.ts"]);
});

test("the generated client is opened in lib/db.ts and nowhere else", () => {
  const openers = code.filter(({ text }) => /new PrismaClient\b/.test(text)).map(({ file }) => file);
  expect(openers).toEqual(["lib/db.ts"]);
});

test("every page is one read at most", () => {
  for (const { file, text } of sources("app/**/page.tsx")) {
    expect(text.match(/\b(read|readAsVisitor)\(/g)?.length ?? 0, file).toBeLessThanOrEqual(1);
  }
});

test("every member's page reads, so that nobody looks without being asked who they are", () => {
  for (const { file, text } of sources("app/(member)/**/page.tsx")) expect(text, file).toMatch(/\bread\(/);
});

test("a page that reads is made by page(), which says without JavaScript too what is not there or broke", () => {
  for (const { file, text } of sources("app/**/page.tsx")) {
    if (/\b(notFound|read|readAsVisitor)\(/.test(text)) expect(text, file).toMatch(/^export default page\(/m);
  }
});

test("components never reach for rows themselves", () => {
  for (const { file, text } of sources("components/**/*.{ts,tsx}")) {
    expect(text, file).not.toMatch(/import \{[^}]*\} from "@\/lib\/(\w+\/queries|db|viewer|session)"/);
  }
});

test("numbers know nothing of Today, which only chooses some of their pictures", () => {
  const leaning = code.filter(
    ({ file, text }) => file.startsWith("lib/numbers/") && text.includes("@/lib/today/"),
  );
  expect(leaning.map(({ file }) => file)).toEqual([]);
});

test("nothing tries to catch what formAction or the error page should see", () => {
  const known = [
    // Each of these speaks to something that is not ours, or reads what a stranger sent.
    "lib/answer-form.ts",
    "lib/providers/visit.ts",
    "lib/session.ts",
    "lib/parked-words.ts",
    "lib/passkeys/ceremony.ts",
    "lib/posted-form.ts",
    "lib/sealed-cookie.ts",
    "lib/private-words.ts",
    "lib/dates.ts",
    "lib/jobs/deliver-mails.ts",
    "lib/jobs/deliver-reminders.ts",
    "lib/jobs/rewrap-keys.ts",
    "lib/reports/sealed.ts",
    "lib/win-pictures/make-anew.ts",
  ];
  const catching = code
    .filter(({ file, text }) => file.startsWith("lib/") && /(?<!\.)\bcatch\b\s*(\(|\{)/.test(text))
    .map(({ file }) => file);
  expect(catching.filter((file) => !known.includes(file))).toEqual([]);
});

test("no field cuts what is pasted into it: its schema says that it is too long", () => {
  const cutting = code.filter(({ text }) => /\bmaxLength=/.test(text)).map(({ file }) => file);
  expect(cutting).toEqual([]);
});
