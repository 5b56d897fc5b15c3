import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import JarPage from "@/app/(member)/jar/page";
import { FromBetterDays } from "@/components/jar/from-better-days";
import { findOneFromJar } from "@/lib/jar/queries";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aJarEntry } from "../factories-of-feedback";
import { as, visit } from "../people";

const open = (member: Member | null, asked: Record<string, string | string[]> = {}) =>
  visit(member, () => JarPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));

async function html(opened: ReturnType<typeof open>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

describe("the evidence jar", () => {
  test("shows what is in it to its member alone, and says that it can never be shared", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    await aJarEntry(juniper, { words: "Well said.", origin: "my last team", day: "2026-11-01" });
    const page = await html(open(juniper));
    for (const words of ["Well said.", "my last team", "1 November", "can never be shared"])
      expect(page).toContain(words);
    expect(page).not.toMatch(/\/share|Put it in a circle/);
    const hers = await html(open(wren));
    expect(hers).toContain("Nothing in it yet");
    expect(hers).not.toContain("Well said.");
  });

  test("shows what is in it first, and the form below; without anything in it, the form alone", async () => {
    const juniper = await aMember();
    expect(await html(open(juniper))).not.toContain('href="#keep"');
    await aJarEntry(juniper, { words: "Well said." });
    const page = await html(open(juniper));
    expect(page.indexOf("Well said.")).toBeLessThan(page.indexOf("<form"));
    expect(page.indexOf('href="#keep"')).toBeLessThan(page.indexOf("Well said."));
    expect(page.indexOf('id="keep"')).toBeLessThan(page.lastIndexOf('name="words"'));
    expect(page).toContain(">Put something in</a>");
    await aDraft(juniper, "jar", { words: ["You expl"] });
    expect(await html(open(juniper))).toContain(">Go on with what you began</a>");
  });

  test("takes back a deletion, of one's own", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aJarEntry(juniper, { deletedAt: new Date() });
    expect(await html(open(juniper, { deleted: id }))).toContain("Undo deleting this from the jar");
    expect(await html(open(wren, { deleted: id }))).not.toContain("Undo");
    expect(await open(juniper, { deleted: ["x", id] })).toHaveProperty("shown");
  });

  test("brings back what was typed and not sent", async () => {
    const juniper = await aMember();
    await aDraft(juniper, "jar", { words: ["You expl"] });
    expect(await html(open(juniper))).toContain("You expl");
  });

  test("asks whoever is signed out to sign in", async () => {
    expect(await open(null)).toHaveProperty("went");
  });
});

test("from better days comes one thing as words, and nothing where there is none", async () => {
  const juniper = await aMember();
  const { id } = await aJarEntry(juniper, { words: "<b>Well said.</b>", origin: "my last team" });
  const entry = await as(juniper, (viewer) => findOneFromJar(viewer, viewer.today));
  expect(entry).toMatchObject({ id });
  const shown = renderToStaticMarkup(<FromBetterDays entry={entry} />);
  expect(shown).toContain("&lt;b&gt;Well said.&lt;/b&gt;");
  expect(shown).toContain("my last team");
  expect(renderToStaticMarkup(<FromBetterDays entry={null} />)).toBe("");
});
