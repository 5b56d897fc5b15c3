import { expect, test } from "vitest";
import { freshId } from "@/lib/ids";
import { beforePlace, placeOf } from "@/lib/posts/place";

const row = { id: freshId(), createdAt: new Date("2026-11-22T18:00:00.123Z") };

test("a place leads to everything said before it, by the millisecond and then by id", () => {
  expect(beforePlace(placeOf(row))).toEqual({
    createdAt: { lte: row.createdAt },
    OR: [{ createdAt: { lt: row.createdAt } }, { createdAt: row.createdAt, id: { lt: row.id } }],
  });
});

test.each([
  undefined,
  "",
  "nonsense",
  row.id,
  `1.${"-".repeat(36)}`,
  `999999999999999.${row.id}`,
  `1e3.${row.id}`,
  `${placeOf(row)}'; drop table posts`,
])("an address that holds no place (%s) leads to the newest", (place) => {
  expect(beforePlace(place)).toEqual({});
});
