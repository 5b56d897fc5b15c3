import { expect, test } from "vitest";
import { holdsLink, sayTheSame, unseenBecause } from "@/lib/posts/rules";

test.each([
  ["https://example.org/join", true],
  ["Look at HTTP://example.org", true],
  ["tg://resolve?domain=x", true],
  ["See www.example.org for more.", true],
  ["It is on example.com.", true],
  ["write to jobs at easy-money.biz/start", true],
  ["easymoney dot com", true],
  ["easymoney (dot) com", true],
  ["easymoney[dot]com today", true],
  ["ｅｘａｍｐｌｅ．ｃｏｍ", true],
  ["No offer.", false],
  ["They said no.me too, I thought. Then nothing.", true],
  ["I waited for an hour.Then they called.", false],
  ["It was e.g. the third time, i.e. too often.", false],
  ["We met at 18.30 and I got 3.5 of 5.", false],
  ["He connected the dot com crash with it.", true],
  ["I moved to Node.js and C++.", false],
  ["Thank you all. In the end it was fine.", false],
  ["That is me. To be honest, I am tired.", false],
])("a link is found where there is one: %s", (body, expected) => {
  expect(holdsLink(body)).toBe(expected);
});

test.each([
  ["Earn from home", "earn  FROM home!!", true],
  ["Earn from home", "Earn from home today", false],
  ["...", "!!!", false],
])("two texts say the same, whatever their case, spaces and marks: %s / %s", (one, other, same) => {
  expect(sayTheSame(one, other)).toBe(same);
});

test("what a moderator hid is said to be hidden, before anything else", () => {
  const at = new Date();
  const nothing = { heldAt: null, unseenAt: null, hiddenAt: null };
  expect(unseenBecause(nothing)).toBeNull();
  expect(unseenBecause({ ...nothing, heldAt: at })).toBe("a link of somebody new");
  expect(unseenBecause({ ...nothing, heldAt: at, unseenAt: at })).toBe("sent to several circles");
  expect(unseenBecause({ heldAt: at, unseenAt: at, hiddenAt: at })).toBe("hidden");
});
