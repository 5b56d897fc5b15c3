import { describe, expect, test } from "vitest";
import { GET } from "@/app/api/numbers/[file]/route";
import { columnOf } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { csvLine } from "@/lib/numbers/csv";
import { aMember, type Member } from "../factories";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { visit } from "../people";
import { statementsOf } from "../statements";

const file = (member: Member | null, name: string, headers: Record<string, string> = {}) =>
  visit(member, () =>
    GET(new Request(`http://localhost/api/numbers/${name}`, { headers }) as never, {
      params: Promise.resolve({ file: name }),
    }),
  );

async function read(member: Member, name: string) {
  const answer = await file(member, name);
  if (!("shown" in answer)) throw new Error("no file came");
  const bytes = new Uint8Array(await answer.shown.arrayBuffer());
  return {
    headers: answer.shown.headers,
    status: answer.shown.status,
    text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
  };
}

/** RFC 4180, read back one character at a time. */
function cellsIn(text: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const row = rows.at(-1) ?? [];
    const letter = text[at] ?? "";
    if (quoted && letter === '"' && text[at + 1] === '"') {
      row[row.length - 1] += '"';
      at++;
    } else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ",") row.push("");
    else if (!quoted && letter === "\r" && text[at + 1] === "\n") {
      rows.push([""]);
      at++;
    } else row[row.length - 1] += letter;
  }
  return rows.slice(0, -1);
}

describe("lines of a file for spreadsheets", () => {
  test("are what RFC 4180 says, every text in quotes", () => {
    expect(csvLine(["plain", 'say "hi"', "a,b", "two\nlines", null, 7])).toBe(
      '"plain","say ""hi""","a,b","two\nlines",,7\r\n',
    );
  });

  test("hold no formula for a spreadsheet that parts cells at semicolons or tabs", () => {
    expect(csvLine(["a;=1+1;b", "a\t=1+1"])).toBe('"a;=1+1;b","a\t=1+1"\r\n');
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", '=HYPERLINK("x")'])(
    "hold no formula where a member wrote %j",
    (text) => {
      expect(cellsIn(csvLine([text]))).toEqual([[`'${text}`]]);
    },
  );

  test("leave numbers and ordinary words as they are", () => {
    expect(csvLine([-3, "a - b", "x=1", "Zoë"])).toBe('-3,"a - b","x=1","Zoë"\r\n');
  });
});

describe("a file of one's own", () => {
  test("holds one's goals, entries and wins, and nobody else's or what was deleted", async () => {
    const [juniper, wren] = [await aMember(), await aMember({ name: "Wren" })];
    const goal = await aGoal(juniper, { title: 'Letters, "open" ones' });
    await anEffort(juniper, goal, "2026-11-02");
    await aWin(juniper, "=cmd|' /C calc'!A0\nand a walk", "2026-11-03");
    await anEffort(wren, await aGoal(wren, { title: "Wren's" }));
    await aWin(wren, "Wren's win");

    const entries = await read(juniper, "entries.csv");
    expect(entries.text.startsWith("\uFEFF")).toBe(true);
    const [head = [], ...rows] = cellsIn(entries.text.slice(1));
    expect(rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])))).toMatchObject([
      { day: "2026-11-02", goal_id: goal.id, goal: 'Letters, "open" ones', amount: "1", unit: "times" },
    ]);
    const wins = cellsIn((await read(juniper, "wins.csv")).text);
    expect(wins[1]?.[2]).toBe("'=cmd|' /C calc'!A0\nand a walk");
    expect(JSON.parse((await read(juniper, "wins.json")).text)).toMatchObject({
      wins: [{ win: "=cmd|' /C calc'!A0\nand a walk", day: "2026-11-03" }],
    });
    expect(JSON.parse((await read(juniper, "goals.json")).text)).toMatchObject({
      goals: [{ id: goal.id, title: 'Letters, "open" ones' }],
    });

    await asMember(juniper.id, (db) =>
      db.goal.updateMany({ where: { id: goal.id }, data: { deletedAt: new Date() } }),
    );
    expect(JSON.parse((await read(juniper, "entries.json")).text)).toEqual({ entries: [] });
    expect(cellsIn((await read(juniper, "goals.csv")).text)).toHaveLength(1);
  });

  test("is kept by nobody on the way, and is a file with a name", async () => {
    const { headers } = await read(await aMember(), "goals.csv");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("content-type")).toContain("text/csv; charset=utf-8");
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="onward-goals-\d{4}-\d\d-\d\d\.csv"$/,
    );
  });

  test("of ten thousand entries comes whole, each once, a thousand at a time", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const ids = Array.from({ length: 10_000 }, () => freshId());
    // As many at once as one transaction has time for.
    for (let at = 0; at < ids.length; at += 1_000) {
      const data = ids
        .slice(at, at + 1_000)
        .map((id) => ({ id, userId: juniper.id, goalId: goal.id, day: columnOf("2026-11-01") }));
      await asMember(juniper.id, (db) => db.effort.createMany({ data }));
    }
    let text = "";
    const { transactions } = await statementsOf(async () => {
      ({ text } = await read(juniper, "entries.csv"));
    });
    expect(
      cellsIn(text)
        .slice(1)
        .map(([id]) => id),
    ).toEqual(ids.toSorted());
    // Who is looking, and how often; ten pages; and the one in which there is nothing more.
    expect(transactions).toBe(13);
  });

  test("is taken along thirty times an hour, and then the page asks to wait, however many are asked for at once", async () => {
    const juniper = await aMember();
    const answers = await Promise.all(Array.from({ length: 34 }, () => file(juniper, "goals.csv")));
    expect(answers.filter((answer) => "shown" in answer)).toHaveLength(30);
    expect(answers.filter((answer) => "went" in answer)).toEqual(
      Array.from({ length: 4 }, () => ({ went: "/numbers?later=1" })),
    );
    expect((await read(await aMember(), "goals.csv")).status).toBe(200);
  });

  test("comes where its member asks for it here, and no other site leads to it", async () => {
    const juniper = await aMember();
    for (const from of ["cross-site", "same-site"])
      expect(await file(juniper, "wins.json", { "sec-fetch-site": from })).toEqual({ went: "/numbers" });
    for (const from of ["same-origin", "none"])
      expect(await file(juniper, "wins.json", { "sec-fetch-site": from })).toHaveProperty("shown");
  });

  test("is not there by another name, and nobody gets one who is not signed in", async () => {
    const juniper = await aMember();
    for (const name of ["setbacks.csv", "goals.xml", "goals", "..csv"])
      expect((await read(juniper, name)).status).toBe(404);
    expect(await file(null, "goals.csv")).toMatchObject({ went: expect.stringMatching(/^\/sign-in/) });
  });
});
