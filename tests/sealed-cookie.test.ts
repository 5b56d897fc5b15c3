import { afterEach, describe, expect, test, vi } from "vitest";
import { dropSealed, keepSealed, openSealed } from "@/lib/sealed-cookie";
import { aRequest, requests } from "./request";

afterEach(() => void vi.useRealTimers());

describe("a sealed cookie", () => {
  test("says what was put into it, and nothing to whoever reads it", async () => {
    const browser = aRequest();
    await requests.run(browser, async () => {
      await keepSealed("apple", { core: "seeds" }, 5);
      expect(await openSealed("apple")).toEqual({ core: "seeds" });
      expect(Buffer.from(browser.cookies.get("onward.apple") ?? "", "base64url").toString()).not.toContain(
        "seeds",
      );
      await dropSealed("apple");
      expect(await openSealed("apple")).toBeNull();
    });
  });

  test("is none once its time is over, also where the browser has kept it", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    await requests.run(aRequest(), async () => {
      await keepSealed("apple", "core", 5);
      vi.setSystemTime(Date.now() + 4.9 * 60_000);
      expect(await openSealed("apple")).toBe("core");
      vi.setSystemTime(Date.now() + 0.2 * 60_000);
      expect(await openSealed("apple")).toBeNull();
    });
  });

  test("is none under another name, or changed, or made up", async () => {
    const browser = aRequest();
    await requests.run(browser, async () => {
      await keepSealed("apple", "core", 5);
      const value = browser.cookies.get("onward.apple") ?? "";
      browser.cookies.set("onward.pear", value);
      expect(await openSealed("pear")).toBeNull();
      for (const wrong of ["", "x", value.slice(2), `${value.slice(0, -4)}AAAA`, "ä".repeat(90)]) {
        browser.cookies.set("onward.apple", wrong);
        expect(await openSealed("apple")).toBeNull();
      }
    });
  });
});
