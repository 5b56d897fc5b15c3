import { describe, expect, test } from "vitest";
import { wayOn } from "@/lib/providers/rules";

describe("what follows from what a provider said", () => {
  const at = (more: Partial<Parameters<typeof wayOn>[0]>) =>
    wayOn({ owner: null, viewer: null, linking: false, email: "a@example.org", taken: false, ...more });

  test.each([
    [{}, "join"],
    [{ taken: true }, "sign in first"],
    [{ email: null }, "unverified"],
    [{ owner: "heron" }, "open"],
    [{ owner: "heron", email: null }, "open"],
    [{ owner: "heron", taken: true }, "open"],
    [{ owner: "heron", viewer: "wren" }, "open"],
    [{ linking: true }, "over"],
    [{ linking: true, owner: "heron" }, "over"],
    [{ linking: true, viewer: "heron" }, "link"],
    [{ linking: true, viewer: "heron", taken: true }, "link"],
    [{ linking: true, viewer: "heron", email: null }, "unverified"],
    [{ linking: true, viewer: "heron", owner: "heron" }, "second"],
    [{ linking: true, viewer: "heron", owner: "wren" }, "another"],
  ] as const)("%j: %s", (said, way) => {
    expect(at(said)).toBe(way);
  });
});
