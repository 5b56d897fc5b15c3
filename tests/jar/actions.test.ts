import { describe, expect, test } from "vitest";
import { addDays, columnOf, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { putAnswerInJar } from "@/lib/feedback/actions";
import { freshId } from "@/lib/ids";
import { keepInJar, putBackInJar, takeOutOfJar } from "@/lib/jar/actions";
import { findOneFromJar, findTakenOut, listJar } from "@/lib/jar/queries";
import { MOST_IN_JAR } from "@/lib/jar/rules";
import { isSealed, privateWords } from "@/lib/private-words";
import type { Viewer } from "@/lib/viewer";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aFeedbackRequest, aJarEntry } from "../factories-of-feedback";
import { as, submit } from "../people";

const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const jarOf = (member: Member) => as(member, (viewer) => listJar(viewer));
const praise = (member: Member) => ({
  id: freshId(),
  words: "You explained that so well.\n\nThank you.",
  origin: "my last team",
  day: todayOf(member),
});

async function fillJar(member: Member, things: number): Promise<void> {
  const words = privateWords(member);
  const data = Array.from({ length: things }, () => freshId()).map((id) => ({
    userId: member.id,
    id,
    words: words.seal("jar_entries.words", id, "Well done."),
    day: columnOf(todayOf(member)),
  }));
  await asMember(member.id, (db) => db.jarEntry.createMany({ data }));
}

describe("keeping something in the jar", () => {
  test("keeps it for its member alone, as it was said, and sealed", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const form = praise(juniper);
    await aDraft(juniper, "jar", { words: ["You expl"] });
    expect(await submit(juniper, keepInJar, { ...form, draftKey: "jar" })).toMatchObject({ status: "done" });
    expect(await jarOf(juniper)).toMatchObject([form]);
    expect(await jarOf(wren)).toEqual([]);
    const [row] = await asMember(juniper.id, (db) => db.jarEntry.findMany());
    expect([row?.words, row?.origin].every((words) => isSealed(words ?? ""))).toBe(true);
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  });

  test("sent twice keeps one, and with other words both, and both can be read", async () => {
    const juniper = await aMember();
    const form = praise(juniper);
    const once = () => submit(juniper, keepInJar, form);
    for (const sent of [...(await Promise.all([once(), once()])), await once()])
      expect(sent).toMatchObject({ status: "done" });
    expect(await jarOf(juniper)).toHaveLength(1);
    const changed = { ...form, origin: "" };
    for (let press = 0; press < 2; press++) await submit(juniper, keepInJar, changed);
    expect((await jarOf(juniper)).map(({ origin }) => origin).sort()).toEqual(["my last team", null]);
    // An id lies open, so nothing in it follows from words that do not.
    const ids = (await jarOf(juniper)).map(({ id }) => id.slice(0, 13));
    expect(new Set(ids)).toEqual(new Set([form.id.slice(0, 13)]));
  });

  test("sent again after it was deleted is there again", async () => {
    const juniper = await aMember();
    const form = praise(juniper);
    await submit(juniper, keepInJar, form);
    await submit(juniper, takeOutOfJar, { entryId: form.id });
    await submit(juniper, keepInJar, form);
    expect(await jarOf(juniper)).toMatchObject([{ id: form.id }]);
  });

  test("says so when the jar is full, keeps the words, and has room again for what takes the place of another", async () => {
    const juniper = await aMember();
    await fillJar(juniper, MOST_IN_JAR - 1);
    const last = praise(juniper);
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, keepInJar, last)).toMatchObject({ status: "done" });
    const more = { ...praise(juniper), words: "One more." };
    const sent = await submit(juniper, keepInJar, more);
    expect(sent).toMatchObject({ status: "refused", values: { words: ["One more."] } });
    expect(sent).toHaveProperty(
      "message",
      expect.stringContaining("things in your jar, and there is no room for more"),
    );
    expect(await jarOf(juniper)).toHaveLength(MOST_IN_JAR);
    await submit(juniper, takeOutOfJar, { entryId: last.id });
    expect(await submit(juniper, keepInJar, more)).toMatchObject({ status: "done" });
    // Put back or sent again, what was taken out needs room as well, and can wait for it.
    for (const sent of [
      await submit(juniper, putBackInJar, { entryId: last.id }),
      await submit(juniper, keepInJar, last),
    ]) {
      expect(sent).toMatchObject({ status: "refused" });
      expect(sent).toHaveProperty(
        "message",
        expect.stringContaining("things in your jar, and there is no room for more"),
      );
    }
    expect(await jarOf(juniper)).toHaveLength(MOST_IN_JAR);
    await submit(juniper, takeOutOfJar, { entryId: more.id });
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, putBackInJar, { entryId: last.id })).toEqual({
        status: "went",
        to: "/jar",
      });
    expect(await jarOf(juniper)).toHaveLength(MOST_IN_JAR);
  });

  test("at the same moment finds no more room than there is, what is new and what is put back", async () => {
    const juniper = await aMember();
    const gone = await Promise.all([aJarEntry(juniper), aJarEntry(juniper), aJarEntry(juniper)]);
    for (const { id } of gone) await submit(juniper, takeOutOfJar, { entryId: id });
    await fillJar(juniper, MOST_IN_JAR - 2);
    await Promise.all([
      ...gone.map(({ id }) => submit(juniper, putBackInJar, { entryId: id })),
      ...["One.", "Two."].map((words) => submit(juniper, keepInJar, { ...praise(juniper), words })),
    ]);
    expect(await jarOf(juniper)).toHaveLength(MOST_IN_JAR);
  });

  test("an answer to a letter needs room as well, also when it was in the jar before", async () => {
    const juniper = await aMember();
    const { id: requestId } = await aFeedbackRequest(juniper, {
      askedOn: "2026-11-01",
      answer: "Well said.",
    });
    const put = () => submit(juniper, putAnswerInJar, { requestId });
    await put();
    const [entry] = await jarOf(juniper);
    await submit(juniper, takeOutOfJar, { entryId: entry?.id });
    await fillJar(juniper, MOST_IN_JAR);
    expect(await put()).toMatchObject({
      status: "refused",
      message: expect.stringContaining("things in your jar, and there is no room for more"),
    });
    expect(await jarOf(juniper)).toHaveLength(MOST_IN_JAR);
    const [other] = await jarOf(juniper);
    await submit(juniper, takeOutOfJar, { entryId: other?.id });
    for (let press = 0; press < 2; press++) expect(await put()).toMatchObject({ status: "done" });
    expect((await jarOf(juniper)).map(({ words }) => words)).toContain("Well said.");
  });

  test.each([
    ["nothing was written", { words: " \n" }, "invalid", "words"],
    ["it is longer than a page holds", { words: "x".repeat(4001) }, "invalid", "words"],
    ["the day has not come", { day: "2199-01-01" }, "refused", "day"],
  ])("says so and keeps the words when %s", async (_name, wrong, status, field) => {
    const juniper = await aMember();
    const sent = await submit(juniper, keepInJar, { ...praise(juniper), ...wrong });
    expect(sent).toMatchObject({ status, fieldErrors: { [field]: expect.any(String) } });
    expect(sent).toHaveProperty("values.origin", ["my last team"]);
    expect(await jarOf(juniper)).toEqual([]);
  });
});

describe("taking something out", () => {
  test("can be undone", async () => {
    const juniper = await aMember();
    const { id: entryId } = await aJarEntry(juniper);
    const gone = { status: "went", to: `/jar?deleted=${entryId}` };
    expect(await submit(juniper, takeOutOfJar, { entryId })).toEqual(gone);
    expect(await submit(juniper, takeOutOfJar, { entryId })).toEqual(gone);
    expect(await jarOf(juniper)).toEqual([]);
    expect(await as(juniper, (viewer) => findTakenOut(viewer, entryId))).toEqual({ id: entryId });
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, putBackInJar, { entryId })).toEqual({ status: "went", to: "/jar" });
    expect(await jarOf(juniper)).toMatchObject([{ id: entryId }]);
  });

  test.each([
    ["deleting", takeOutOfJar],
    ["restoring", putBackInJar],
  ])("%s what is somebody else's finds nothing and changes nothing", async (_name, action) => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id: entryId } = await aJarEntry(juniper);
    expect(await submit(wren, action, { entryId })).toEqual({ status: "not found" });
    expect(await jarOf(juniper)).toHaveLength(1);
  });
});

describe("one thing from better days", () => {
  const oneOf = (member: Member, day = todayOf(member)) =>
    as(member, (viewer) => findOneFromJar(viewer, day));
  const before = new Date(Date.now() - 3 * 86_400_000);

  test("is nothing for who keeps no jar, and never somebody else's", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    await aJarEntry(wren);
    expect(await oneOf(juniper)).toBeNull();
  });

  test("is the only one whose words are read and opened, however much is in the jar", async () => {
    const juniper = await aMember();
    for (let at = 0; at < 9; at++) await aJarEntry(juniper, { words: `Well done ${at}.`, createdAt: before });
    const opened: string[] = [];
    const look = (viewer: Viewer) => {
      const open: typeof viewer.words.open = (column, row, stored) => {
        opened.push(row);
        return viewer.words.open(column, row, stored);
      };
      return findOneFromJar({ ...viewer, words: { ...viewer.words, open } }, viewer.today);
    };
    const one = await as(juniper, look);
    expect(new Set(opened)).toEqual(new Set([one?.id]));
    expect(one?.words).toMatch(/^Well done \d\.$/);
  });

  test("is the same all day, and the other one tomorrow", async () => {
    const juniper = await aMember();
    for (const words of ["Well said.", "Well done."]) await aJarEntry(juniper, { words, createdAt: before });
    const today = await oneOf(juniper);
    const other = (await jarOf(juniper)).find(({ id }) => id !== today?.id);
    await aJarEntry(juniper, { words: "Brand new." });
    expect(await oneOf(juniper)).toEqual(today);
    await submit(juniper, takeOutOfJar, { entryId: other?.id });
    expect(await oneOf(juniper)).toEqual(today);
    await submit(juniper, putBackInJar, { entryId: other?.id });
    expect(["Well said.", "Well done."]).toContain(today?.words);
    const days = [1, 2, 3].map((later) => addDays(todayOf(juniper), later));
    const seen = await Promise.all(days.map((day) => oneOf(juniper, day)));
    expect(new Set(seen.map((one) => one?.words))).toEqual(
      new Set(["Well said.", "Well done.", "Brand new."]),
    );
  });
});
